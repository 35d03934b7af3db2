import type { PublicEvent } from '@teabreak/shared';
import { LinkButton } from '../components/button.js';
import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { AskingPeople } from '../features/circle/components/asking-people.js';
import { KnownPeople } from '../features/circle/components/known-people.js';
import { EncounterEntries } from '../features/encounters/components/encounter-entries.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { IntroductionEntries } from '../features/introductions/components/introduction-list.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function IntroductionsPage() {
  const { t } = useTranslation('introductions');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={to.join} signInPath={paths.signIn(to.introductions)}>
            {() => <Everything event={event} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Everything({ event: { id, slug, timeZone } }: { event: PublicEvent }) {
  const { t } = useTranslation('encounters');
  const to = paths.event(slug);
  return (
    <>
      <AskingPeople eventId={id} />
      <IntroductionEntries eventId={id} timeZone={timeZone} introductionPath={to.introduction} boardPath={to.board} />
      <PageSection
        title={t('title')}
        hint={t('lead')}
        actions={
          <LinkButton variant="secondary" size="s" to={paths.followUps}>
            {t('keepInTouch')}
          </LinkButton>
        }
      >
        <EncounterEntries eventId={id} personPath={to.person} allPath={to.conversations} />
      </PageSection>
      <KnownPeople eventId={id} personPath={to.person} circlePath={to.circle} />
    </>
  );
}
