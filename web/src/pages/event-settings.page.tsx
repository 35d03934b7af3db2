import { PageHeader } from '../components/page-header.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { DangerZone } from '../features/events/components/danger-zone.js';
import { EventSettingsForm } from '../features/events/components/event-settings-form.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

export function EventSettingsPage() {
  const { t } = useTranslation('event-form');
  const { eventId = '' } = useParams();
  const { data: me } = useMe();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('editTitle')} />
          <EventSettingsForm key={event.id} event={event} />
          <DangerZone
            event={event}
            mayDuplicate={me?.signedIn === true && me.siteRole !== 'none'}
            onOpen={(id) => navigate(paths.organized(id).overview)}
            onGone={() => navigate(paths.organize, { replace: true })}
          />
        </>
      )}
    </WithOrganizedEvent>
  );
}
