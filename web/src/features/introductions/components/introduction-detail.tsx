import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Chip, Chips } from '../../../components/chip.js';
import { CopyField } from '../../../components/copy-field.js';
import { BridgeIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './introduction.module.css';
import { IntroductionSteps } from './introduction-steps.js';
import { MeetingPlace } from './meeting-place.js';

type Props = { introduction: IntroductionView; timeZone: string; onMet: (introduction: IntroductionView) => void };

/** One introduction as one of its three people sees it: who, why, where it stands, and what I can do. */
export function IntroductionDetail({ introduction, timeZone, onMet }: Props) {
  const { t } = useTranslation('introductions');
  const { myPart, requester, target, introducer, state } = introduction;
  const other = myPart === 'target' ? requester : target;
  return (
    <article className={styles.body}>
      <div className={styles.people}>
        <Side person={requester} me={myPart === 'requester'} />
        <div className={styles.bridge}>
          <BridgeIcon width={36} height={36} />
          <span>{introducer?.name ?? t('hosts')}</span>
        </div>
        <Side person={target} me={myPart === 'target'} />
      </div>
      <p role="status">
        <strong>
          {t(`state.${myPart}.${state}`, { name: other.name, introducer: introducer?.name ?? t('hosts') })}
        </strong>
      </p>
      {introduction.meeting && <MeetingPlace introduction={introduction} timeZone={timeZone} other={other} />}
      <Quote text={introduction.requesterLine} from={requester.name} />
      <Quote text={introduction.introducerLine} from={introducer?.name ?? t('hosts')} />
      {myPart !== 'requester' && state !== 'agreed' && <Wishes person={requester} />}
      {myPart === 'introducer' && <Wishes person={target} />}
      {introduction.contacts.map(({ kind, value }) => (
        <CopyField key={kind + value} label={t(`contact.${kind}`)} value={value} />
      ))}
      <IntroductionSteps introduction={introduction} onMet={onMet} />
    </article>
  );
}

function Side({ person, me }: { person: IntroductionPerson; me: boolean }) {
  const { t } = useTranslation('introductions');
  return (
    <div className={styles.person}>
      <Avatar name={person.name} size="l" />
      <strong>{me ? t('me') : person.name}</strong>
      {!me && person.headline && <span className={styles.soft}>{person.headline}</span>}
    </div>
  );
}

function Quote({ text, from }: { text: string; from: string }) {
  if (!text) return null;
  return (
    <blockquote className={styles.quote}>
      {text}
      <cite>{from}</cite>
    </blockquote>
  );
}

function Wishes({ person }: { person: IntroductionPerson }) {
  const { t } = useTranslation('introductions');
  if (!person.goal) return null;
  const { sentence, seeks, offers } = person.goal;
  return (
    <section className={styles.card}>
      <h2>{t('wishes', { name: person.name })}</h2>
      {sentence && <p>{sentence}</p>}
      <Chips>
        {seeks.map((tag) => (
          <Chip key={`s${tag}`} tone="tea">
            {t('board:seeks', { tag })}
          </Chip>
        ))}
        {offers.map((tag) => (
          <Chip key={`o${tag}`} tone="jade">
            {t('board:offers', { tag })}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}
