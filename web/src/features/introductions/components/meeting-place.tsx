import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './introduction.module.css';

type Props = { introduction: IntroductionView; timeZone: string; other: IntroductionPerson };

/** Where, when, how to recognise each other, what to say first (I7). */
export function MeetingPlace({ introduction, timeZone, other }: Props) {
  const { t } = useTranslation('introductions');
  const time = useTime(timeZone);
  const { meeting, myPart } = introduction;
  if (!meeting) return null;
  return (
    <section className={styles.meeting} aria-label={t('meeting.label')}>
      <p className={styles.place}>{meeting.placeName || t('meeting.anywhere')}</p>
      <dl className={styles.facts}>
        {meeting.placeHint && <Fact name={t('meeting.hint')} value={meeting.placeHint} />}
        <Fact
          name={t('meeting.when')}
          value={[meeting.breakTitle, time.span(meeting.startsAt, meeting.endsAt)].filter(Boolean).join(' · ')}
        />
        {myPart !== 'introducer' && other.recognise && (
          <Fact name={t('meeting.recognise', { name: other.name })} value={other.recognise} />
        )}
        {myPart !== 'introducer' && meeting.openingLine && (
          <Fact name={t('meeting.opening')} value={meeting.openingLine} />
        )}
      </dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
