import type { MyRound, RoundClock } from '@teabreak/shared';
import { Card } from '../../../components/card.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useRoundsLive } from '../rounds.live.js';
import { useMyRound } from '../rounds.queries.js';
import styles from './round-entry.module.css';
import { RoundTime } from './round-time.js';

type Props = { eventId: string; roundsPath: string };

/** The way to my table, on the phone's first page. Nothing while no rounds are run. */
export function RoundEntry({ eventId, roundsPath }: Props) {
  const { data } = useMyRound(eventId);
  useRoundsLive(eventId);
  if (!data?.clock || data.clock.phase === 'over') return null;
  return <Entry eventId={eventId} roundsPath={roundsPath} mine={data} clock={data.clock} />;
}

function Entry({ eventId, roundsPath, mine, clock }: Props & { mine: MyRound; clock: RoundClock }) {
  const { t } = useTranslation('rounds');
  const { state, table, partners } = mine;
  const names = partners.map(({ name }) => name).join(t('nameGap'));
  return (
    <Card to={roundsPath} tone="tea">
      <span className={styles.entry}>
        {table !== null && (
          <span className={styles.table}>
            <span className={styles.tableWord}>{t('table')}</span>
            <strong>{table}</strong>
          </span>
        )}
        <span className={styles.text}>
          <span className={styles.round}>{t('round', { number: clock.number, of: clock.of })}</span>
          <strong>{state === 'seated' ? t('with', { names }) : t(`short.${state}`)}</strong>
        </span>
        <span className={styles.time}>
          <RoundTime clock={clock} eventId={eventId} />
        </span>
      </span>
    </Card>
  );
}
