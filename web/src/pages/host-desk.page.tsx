import { PageHeader } from '../components/page-header.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { Connectors } from '../features/insights/components/connectors.js';
import { HostDesk } from '../features/introductions/components/host-desk.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function HostDeskPage() {
  const { t } = useTranslation('host-desk');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <HostDesk eventId={event.id} timeZone={event.timeZone} />
          <Connectors eventId={event.id} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
