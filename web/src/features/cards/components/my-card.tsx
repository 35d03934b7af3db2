import { LinkButton } from '../../../components/button.js';
import { CopyField } from '../../../components/copy-field.js';
import { EditIcon, ScanIcon } from '../../../components/icons.js';
import { QrImage } from '../../../components/qr-image.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCard } from '../cards.queries.js';
import styles from './cards.module.css';

type Props = { eventId: string; scanPath: string; editPath: string };

/** My card: the rotating code that others scan, the six characters for whoever cannot, and what it will show (C1, C2). */
export function MyCardView({ eventId, scanPath, editPath }: Props) {
  const { t } = useTranslation('cards');
  return (
    <QueryView query={useCard(eventId)}>
      {(card) => (
        <div className={styles.stack}>
          <section className={styles.face}>
            <QrImage src={`/api/cards/${card.token}/qr.png`} alt={t('qrAlt', { name: card.name })} big />
            <p className={styles.code}>
              <span className={styles.soft}>{t('orType')}</span>
              <strong className={styles.letters}>{spaced(card.shortCode)}</strong>
            </p>
            <h2 className={styles.name}>{card.name}</h2>
            {card.headline && <p className={styles.soft}>{card.headline}</p>}
          </section>
          <LinkButton full icon={ScanIcon} to={scanPath}>
            {t('scan')}
          </LinkButton>
          <section className={styles.stack}>
            <h2>{t('shares')}</h2>
            {card.contacts.length === 0 ? (
              <p>{t('nothing')}</p>
            ) : (
              card.contacts.map(({ kind, value }) => (
                <CopyField key={kind + value} label={t(`contact.${kind}`)} value={value} />
              ))
            )}
            <LinkButton variant="secondary" full icon={EditIcon} to={editPath}>
              {t('edit')}
            </LinkButton>
          </section>
        </div>
      )}
    </QueryView>
  );
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
