import type { IntroductionView } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { Chip, Chips } from '../../../components/chip.js';
import { ContactList } from '../../../components/contact-list.js';
import { NoteIcon } from '../../../components/icons.js';
import { PageHeader } from '../../../components/page-header.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import { navigate } from '../../../lib/router.js';
import { groupOf, stepOf } from '../introduction-group.js';
import styles from './introduction.module.css';
import { IntroductionPath } from './introduction-path.js';
import { IntroductionSteps } from './introduction-steps.js';
import { MeetingPlace } from './meeting-place.js';

type Props = {
  introduction: IntroductionView;
  timeZone: string;
  personPath: (personId: string) => string;
  /** The person's page with my note open. */
  notePath: (personId: string) => string;
};

/** One introduction as one of its three people sees it: where it stands, who, why, and what I can do. */
export function IntroductionDetail({ introduction, timeZone, personPath, notePath }: Props) {
  const { t } = useTranslation('introductions');
  const { myPart, requester, target, state, eventId, contacts } = introduction;
  const introducer = introduction.introducer?.name ?? t('hosts');
  const other = myPart === 'target' ? requester : target;
  const step = stepOf(introduction);
  const deciding = groupOf(introduction) === 'turn';
  const by = (part: IntroductionView['myPart'], name: string) => (myPart === part ? t('me') : name);
  return (
    <article className={styles.body}>
      <PageHeader
        title={t(`heading.${myPart}.${step}`)}
        lead={<span role="status">{t(`state.${myPart}.${step}`, { name: other.name, introducer })}</span>}
      />
      {state === 'agreed' && introduction.meeting && (
        <MeetingPlace introduction={introduction} timeZone={timeZone} other={other} />
      )}
      <IntroductionPath introduction={introduction} personPath={personPath} />
      <Quote text={introduction.introducerLine} from={by('introducer', introducer)} />
      <Quote text={introduction.requesterLine} from={by('requester', requester.name)} />
      {deciding && myPart !== 'requester' && <Wishes person={requester} />}
      {deciding && myPart !== 'target' && <Wishes person={target} />}
      {/* The best moment for a note is now. */}
      <IntroductionSteps introduction={introduction} onMet={() => navigate(notePath(other.registrationId))} />
      {state === 'met' && myPart !== 'introducer' && (
        <LinkButton variant="secondary" full icon={NoteIcon} to={notePath(other.registrationId)}>
          {t('note')}
        </LinkButton>
      )}
      {contacts.length > 0 && (
        <PageSection title={t('contacts', { name: other.name })}>
          <ContactList contacts={contacts} file={`/api/events/${eventId}/people/${other.registrationId}/card.vcf`} />
        </PageSection>
      )}
      {state === 'agreed' && contacts.length === 0 && myPart !== 'introducer' && (
        <p className={styles.soft}>{t('noContacts', { name: other.name })}</p>
      )}
    </article>
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

function Wishes({ person }: { person: IntroductionView['requester'] }) {
  const { t } = useTranslation('introductions');
  if (!person.goal) return null;
  const { kind, sentence, seeks, offers } = person.goal;
  return (
    <section className={styles.wishes}>
      <h2>{t('wishes', { name: person.name })}</h2>
      <p>{sentence || t(`goals:kind.${kind}`)}</p>
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
