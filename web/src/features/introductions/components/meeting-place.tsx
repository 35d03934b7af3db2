import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Countdown } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './meeting-place.module.css';

type Props = {
  introduction: IntroductionView;
  timeZone: string;
  /** Whom I am to meet; both, where I brought them together and come along. */
  others: readonly IntroductionPerson[];
};

/** From so long before on it counts down. */
const SOON_MS = 60 * 60_000;

/** The moment all was for (I7): when, where, how to recognise each other, what to say first. */
export function MeetingPlace({ introduction, timeZone, others }: Props) {
  const { t } = useTranslation('introductions');
  const { meeting, state } = introduction;
  if (!meeting) return null;
  const open = state === 'agreed';
  return (
    <section className={styles.meeting} aria-label={t('meeting.label')}>
      {open && <Faces introduction={introduction} />}
      <When meeting={meeting} timeZone={timeZone} />
      <div>
        <p className={styles.place}>{meeting.placeName || t('meeting.anywhere')}</p>
        {meeting.placeHint && <p className={styles.hint}>{meeting.placeHint}</p>}
        {meeting.joinedBy !== null && (
          <p className={styles.hint}>
            {introduction.myPart === 'introducer'
              ? t('meeting.joinedByMe')
              : t('meeting.joinedBy', { name: meeting.joinedBy })}
          </p>
        )}
        {open && meeting.movedBy && (
          <p className={styles.moved}>{t(`meeting.moved.${meeting.movedBy}`, { name: others[0]?.name ?? '' })}</p>
        )}
      </div>
      {open && (
        <div className={styles.facts}>
          {others.map(({ registrationId, name, recognise }) => (
            <div key={registrationId} className={styles.person}>
              <Avatar name={name} />
              <p>
                <span className={styles.term}>{t('meeting.recogniseName', { name })}</span>
                <strong>{recognise || t('meeting.askName')}</strong>
              </p>
            </div>
          ))}
          {meeting.openingLine && (
            <div className={styles.words}>
              <span className={styles.term}>{t('meeting.opening')}</span>
              <p>{meeting.openingLine}</p>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** The two as bowls that touch: people look for themselves first. */
function Faces({ introduction: { requester, target, myPart } }: Pick<Props, 'introduction'>) {
  const { t } = useTranslation('introductions');
  const [one, other] = myPart === 'target' ? [target, requester] : [requester, target];
  return (
    <div className={styles.faces} role="img" aria-label={t('meeting.faces', { one: one.name, other: other.name })}>
      <Avatar name={one.name} size="l" />
      <Avatar name={other.name} size="l" />
    </div>
  );
}

function When({ meeting, timeZone }: { meeting: NonNullable<IntroductionView['meeting']>; timeZone: string }) {
  const { t } = useTranslation('introductions');
  const time = useTime(timeZone);
  useNow(15_000);
  const [now, from, until] = [serverNow(), Date.parse(meeting.startsAt), Date.parse(meeting.endsAt)];
  const running = from <= now && now < until;
  return (
    <p className={styles.when}>
      <strong>
        {running ? t('meeting.now', { time: time.time(meeting.endsAt) }) : time.span(meeting.startsAt, meeting.endsAt)}
      </strong>
      {meeting.breakTitle && <span>{meeting.breakTitle}</span>}
      {now < from && from - now < SOON_MS && (
        <span className={styles.soon}>
          {t('meeting.in')} <Countdown to={meeting.startsAt} label={t('meeting.in')} />
        </span>
      )}
    </p>
  );
}
