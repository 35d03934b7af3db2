import { Card } from '../../../components/card.js';
import { AskIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { useFittingAsks } from '../asks.queries.js';
import styles from './asks.module.css';

type Props = { eventId: string; paths: Pick<AskPaths, 'ask'> };

/** The one ask or offer that fits me best, for the first page. Nothing where nothing does, nor while it loads. */
export function AskHint({ eventId, paths }: Props) {
  const { t } = useTranslation('ask-strip');
  const best = useFittingAsks(eventId).data?.asks[0];
  if (!best) return null;
  const { ask, because } = best;
  return (
    <Card to={paths.ask(ask.id)} tone="tea">
      <span className={styles.hint}>
        <AskIcon />
        <span className={styles.short}>
          <strong>{t('fitting.title')}</strong>
          <span className={styles.clamped}>{ask.text}</span>
          <span className={styles.soft}>{t(`fitting.because.${ask.kind}`, { word: because })}</span>
        </span>
      </span>
    </Card>
  );
}
