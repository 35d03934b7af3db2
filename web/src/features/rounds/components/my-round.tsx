import type { MyRound as MyRoundView } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useWakeLock } from '../../../lib/use-wake-lock.js';
import { useRoundsLive } from '../rounds.live.js';
import { useMyRound } from '../rounds.queries.js';
import styles from './my-round.module.css';
import { RoundPartner } from './round-partner.js';
import { RoundTime } from './round-time.js';
import { TakePartButton } from './take-part-button.js';

export type Why = (partner: MyRoundView['partners'][number]) => ReactNode;

type Props = {
  eventId: string;
  timeZone: string;
  homePath: string;
  metPath: string;
  personPath: (id: string) => string;
  /** Why these two, drawn by whoever knows reasons. */
  why: Why;
};

/** My table, with whom, why, and how long (R5): readable at arm's length, with the phone on the table. */
export function MyRound({ eventId, timeZone, homePath, metPath, personPath, why }: Props) {
  const { t } = useTranslation('rounds');
  const query = useMyRound(eventId);
  useRoundsLive(eventId);
  useWakeLock();
  return (
    <QueryView
      query={query}
      isEmpty={({ clock }) => clock === null || clock.phase === 'over'}
      empty={
        query.data?.clock ? (
          <EmptyState title={t('over')} action={<LinkButton to={metPath}>{t('toPeople')}</LinkButton>}>
            {t('overText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('none')} action={<LinkButton to={homePath}>{t('toHome')}</LinkButton>}>
            {t('noneText')}
          </EmptyState>
        )
      }
    >
      {(mine) => <Running mine={mine} eventId={eventId} timeZone={timeZone} personPath={personPath} why={why} />}
    </QueryView>
  );
}

type RunningProps = Pick<Props, 'eventId' | 'timeZone' | 'personPath' | 'why'> & { mine: MyRoundView };

function Running({ mine, eventId, timeZone, personPath, why }: RunningProps) {
  const { t } = useTranslation('rounds');
  const time = useTime(timeZone);
  const { clock, state, table, partners, meeting } = mine;
  if (!clock) return null;
  const changing = clock.phase === 'changeover';
  return (
    <>
      <section className={changing ? `${styles.stage} ${styles.changing}` : styles.stage} aria-live="polite">
        <p className={styles.round}>{t('round', { number: clock.number, of: clock.of })}</p>
        {state === 'seated' && table !== null ? (
          <p className={styles.bowl}>
            <span>{t('table')}</span>
            <strong>{table}</strong>
          </p>
        ) : (
          <p className={styles.state}>{t(`state.${state}`, { name: meeting?.with ?? '' })}</p>
        )}
        {meeting ? (
          <p className={styles.phase}>
            {t(meeting.placeName ? 'hint.meeting' : 'hint.meetingAnywhere', {
              place: meeting.placeName,
              time: time.time(meeting.until),
            })}
          </p>
        ) : (
          state !== 'seated' && <p className={styles.phase}>{t(`hint.${state}`)}</p>
        )}
        <p className={styles.phase}>{t(phaseOf(state === 'seated', changing))}</p>
        <p className={styles.time}>
          <RoundTime clock={clock} eventId={eventId} />
        </p>
      </section>
      {partners.map((partner) => (
        <RoundPartner
          key={partner.registrationId}
          partner={partner}
          eventId={eventId}
          roundId={clock.roundId}
          path={personPath(partner.registrationId)}
        >
          {why(partner)}
        </RoundPartner>
      ))}
      <TakePartButton eventId={eventId} takesPart={state !== 'out'} />
    </>
  );
}

function phaseOf(seated: boolean, changing: boolean): string {
  if (seated) return changing ? 'findTable' : 'talk';
  return changing ? 'beginsIn' : 'endsIn';
}
