import { PageHeader } from '../components/page-header.js';
import { ReportsDesk } from '../features/circle/components/reports-desk.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function ReportsPage() {
  const { t } = useTranslation('reports');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {({ id, timeZone, role }) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <ReportsDesk eventId={id} timeZone={timeZone} mayRemove={role === 'owner' || role === 'organizer'} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
