import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './meeting-place.module.css';

type Props = { introduction: IntroductionView; timeZone: string; other: IntroductionPerson };

/** Where, when, how to recognise each other, what to say first (I7). */
export function MeetingPlace({ introduction, timeZone, other }: Props) {
  const { t } = useTranslation('introductions');
  const time = useTime(timeZone);
  useNow(30_000);
  const { meeting, state } = introduction;
  if (!meeting) return null;
  const now = serverNow();
  const running = Date.parse(meeting.startsAt) <= now && now < Date.parse(meeting.endsAt);
  const when = running
    ? t('meeting.now', { time: time.time(meeting.endsAt) })
    : time.span(meeting.startsAt, meeting.endsAt);
  return (
    <section className={styles.meeting} aria-label={t('meeting.label')}>
      <div>
        <p className={styles.place}>{meeting.placeName || t('meeting.anywhere')}</p>
        {meeting.placeHint && <p className={styles.hint}>{meeting.placeHint}</p>}
      </div>
      <dl className={styles.facts}>
        <Fact name={meeting.breakTitle || t('meeting.when')} value={when} />
        {state === 'agreed' && other.recognise && <Fact name={t('meeting.recognise')} value={other.recognise} />}
        {state === 'agreed' && meeting.openingLine && (
          <Fact name={t('meeting.opening')} value={meeting.openingLine} words />
        )}
      </dl>
    </section>
  );
}

function Fact({ name, value, words = false }: { name: string; value: string; words?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={words ? styles.words : undefined}>{value}</dd>
    </div>
  );
}
