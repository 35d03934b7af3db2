import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { TeamForm } from '../features/events/components/team-form.js';
import { TeamList } from '../features/events/components/team-list.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { mayChangeTeam } from '../features/events/event-roles.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function TeamPage() {
  const { t } = useTranslation('team');
  const { eventId = '' } = useParams();
  const { data: me } = useMe();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {({ id, role }) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <TeamList eventId={id} role={role} me={me?.signedIn ? me.id : null} />
          {mayChangeTeam(role) && (
            <PageSection title={t('addTitle')} hint={t('addHint')}>
              <TeamForm eventId={id} role={role} />
            </PageSection>
          )}
        </>
      )}
    </WithOrganizedEvent>
  );
}
