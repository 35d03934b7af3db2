import type { PublicEvent } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { MarkdownText } from '../../../components/markdown-text.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './event-about.module.css';

export function EventAbout({ event }: { event: Pick<PublicEvent, 'descriptionHtml'> }) {
  const { t } = useTranslation('event');
  if (!event.descriptionHtml) return null;
  return (
    <section className={styles.section}>
      <h2>{t('about')}</h2>
      <MarkdownText html={event.descriptionHtml} />
    </section>
  );
}

export function Hosts({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('event');
  if (names.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('hosts')}</h2>
      <p className={styles.hint}>{t('hostsHint')}</p>
      <ul className={styles.hosts}>
        {names.map((name) => (
          <li key={name}>
            <Avatar name={name} size="s" />
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
