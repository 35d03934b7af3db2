import type { MailView } from '@teabreak/shared';
import { Badge, type Tone } from '../../../components/chip.js';
import { RelativeTime } from '../../../components/moment.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useMails } from '../mails.queries.js';
import styles from './outbox.module.css';

const TONES: Record<MailView['state'], Tone> = { kept: 'tea', waiting: 'plain', sent: 'jade', failed: 'seal' };

/** What was written to whom, and honestly whether it left. */
export function Outbox() {
  const { t } = useTranslation('site');
  return (
    <QueryView query={useMails()}>
      {({ delivers, mails }) => (
        <>
          {!delivers && <Notice tone="tea">{t('mails.keptOnly')}</Notice>}
          {mails.length === 0 ? (
            <EmptyState title={t('mails.empty')} />
          ) : (
            <ul className={styles.list}>
              {mails.map((mail) => (
                <Mail key={mail.id} mail={mail} />
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  );
}

function Mail({ mail }: { mail: MailView }) {
  const { t } = useTranslation('site');
  const { to, subject, text, createdAt, state, error } = mail;
  return (
    <li className={styles.mail}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.line}>
            <strong>{subject}</strong>
            <Badge tone={TONES[state]}>{t(`mails.state.${state}`)}</Badge>
          </span>
          <span className={styles.soft}>
            {to} · <RelativeTime at={createdAt} />
          </span>
        </summary>
        {error && <p className={styles.error}>{error}</p>}
        <p className={styles.text}>{text || t('mails.gone')}</p>
      </details>
    </li>
  );
}
