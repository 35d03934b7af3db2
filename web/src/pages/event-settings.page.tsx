import { useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { EventSettingsForm } from '../features/events/components/event-settings-form.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { useTranslation } from '../lib/i18n.js';

export function EventSettingsPage() {
  const { t } = useTranslation('event-form');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('editTitle')} />
          <EventSettingsForm key={event.id} event={event} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
