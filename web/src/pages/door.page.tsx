import { PageHeader } from '../components/page-header.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { DoorCounts, DoorDesk } from '../features/registrations/components/door-desk.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function DoorPage() {
  const { t } = useTranslation('door');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('title')} actions={<DoorCounts eventId={event.id} />} />
          <DoorDesk key={event.id} eventId={event.id} timeZone={event.timeZone} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
