import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/button.js';
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
import { LookingFor } from './looking-for.js';
import { MeetingPlace } from './meeting-place.js';
import { MeetingSteps } from './meeting-steps.js';
import { Wishes } from './wishes.js';

type Props = {
  introduction: IntroductionView;
  timeZone: string;
  personPath: (personId: string) => string;
  /** The person's page with my note open. */
  notePath: (personId: string) => string;
  /** What else can be done about whom I am or would be brought together with, or about the two: last on the page. */
  children: (others: readonly IntroductionPerson[]) => ReactNode;
};

/** One introduction as one of those it concerns sees it: where it stands, who, why, and what I can do. */
export function IntroductionDetail({ introduction, timeZone, personPath, notePath, children }: Props) {
  const { t } = useTranslation('introductions');
  const { myPart, requester, target, state, eventId, contacts, meeting } = introduction;
  const introducer = introduction.introducer?.name ?? t('hosts');
  const other = myPart === 'target' ? requester : target;
  const others = myPart === 'introducer' ? [requester, target] : [other];
  const step = stepOf(introduction);
  const deciding = groupOf(introduction) === 'turn';
  const theTwo = myPart !== 'introducer';
  const by = (part: IntroductionView['myPart'], name: string) => (myPart === part ? t('me') : name);
  const names = { name: other.name, introducer, through: introduction.through?.name ?? '' };
  return (
    <article className={styles.body}>
      <PageHeader
        title={t(`heading.${myPart}.${step}`)}
        lead={<span role="status">{t(`state.${myPart}.${step}`, names)}</span>}
      />
      <LookingFor introduction={introduction} others={others} />
      {state === 'agreed' && step !== 'how-was-it' && (
        <MeetingPlace introduction={introduction} timeZone={timeZone} others={others} />
      )}
      {meeting && (
        // The best moment for a note is now.
        <MeetingSteps
          introduction={introduction}
          timeZone={timeZone}
          other={other}
          onMet={() => navigate(notePath(other.registrationId))}
        />
      )}
      {state === 'met' && theTwo && (
        <LinkButton variant="secondary" full icon={NoteIcon} to={notePath(other.registrationId)}>
          {t('note')}
        </LinkButton>
      )}
      <IntroductionPath introduction={introduction} personPath={personPath} />
      <Quote text={introduction.introducerLine} from={by('introducer', introducer)} />
      <Quote text={introduction.throughLine} from={introduction.through?.isMe ? t('me') : names.through} />
      <Quote text={introduction.requesterLine} from={by('requester', requester.name)} />
      {deciding && myPart !== 'requester' && <Wishes person={requester} />}
      {deciding && myPart !== 'target' && <Wishes person={target} />}
      <IntroductionSteps introduction={introduction} />
      {contacts.length > 0 && (
        <PageSection title={t('contacts', { name: other.name })}>
          <ContactList contacts={contacts} file={`/api/events/${eventId}/people/${other.registrationId}/card.vcf`} />
        </PageSection>
      )}
      {state === 'agreed' && contacts.length === 0 && theTwo && (
        <p className={styles.soft}>{t('noContacts', { name: other.name })}</p>
      )}
      {children(others)}
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
