import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import type { AskPaths } from '../ask-paths.js';
import { useAsksLive } from '../asks.live.js';
import { useNewestAsks } from '../asks.queries.js';
import styles from './asks.module.css';

type Props = { eventId: string; paths: Pick<AskPaths, 'list' | 'ask'> };

/** The newest open asks and offers in one line, for the board. Nothing while there is nothing, nor while it loads. */
export function AskStrip({ eventId, paths }: Props) {
  const { t } = useTranslation('ask-strip');
  const asks = useNewestAsks(eventId).data?.asks ?? [];
  useAsksLive(eventId);
  if (asks.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="asks">
      <div className={styles.stripHead}>
        <h2 id="asks" className={styles.heading}>
          {t('title')}
        </h2>
        <Link to={paths.list}>{t('all')}</Link>
      </div>
      <div className={styles.strip}>
        <ul className={styles.stripList}>
          {asks.map(({ id, kind, text, author }) => (
            <li key={id}>
              <Card to={paths.ask(id)}>
                <span className={styles.short}>
                  <span className={styles.top}>
                    <Badge tone={kind === 'ask' ? 'tea' : 'jade'}>{t(`kind.${kind}`)}</Badge>
                    <span className={styles.headline}>{author?.name ?? t('somebody')}</span>
                  </span>
                  <span className={styles.clamped}>{text}</span>
                </span>
              </Card>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
