import { Card } from '../../../components/card.js';
import { ForwardIcon, TicketIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './ticket.module.css';

/** Before check-in the ticket is what one needs most. */
export function TicketButton({ ticketPath }: { ticketPath: string }) {
  const { t } = useTranslation('home');
  return (
    <Card to={ticketPath} tone="tea">
      <span className={styles.row}>
        <TicketIcon width={30} height={30} />
        <span>
          <strong>{t('ticket.show')}</strong>
          <span className={styles.text}>{t('ticket.text')}</span>
        </span>
        <ForwardIcon />
      </span>
    </Card>
  );
}
