import type { PublicEvent } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { MarkdownText } from '../../../components/markdown-text.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './event-about.module.css';

export function EventAbout({ event }: { event: Pick<PublicEvent, 'descriptionHtml' | 'hosts'> }) {
  const { t } = useTranslation('event');
  return (
    <>
      {event.descriptionHtml && (
        <section className={styles.section}>
          <h2>{t('about')}</h2>
          <MarkdownText html={event.descriptionHtml} />
        </section>
      )}
      {event.hosts.length > 0 && (
        <section className={styles.section}>
          <h2>{t('hosts')}</h2>
          <p className={styles.hint}>{t('hostsHint')}</p>
          <ul className={styles.hosts}>
            {event.hosts.map((name) => (
              <li key={name}>
                <Avatar name={name} size="s" />
                {name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
