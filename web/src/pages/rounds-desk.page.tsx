import { PageHeader } from '../components/page-header.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { RoundsDesk } from '../features/rounds/components/rounds-desk.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function RoundsDeskPage() {
  const { t } = useTranslation('rounds-desk');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <RoundsDesk event={event} overviewPath={paths.organized(event.id).overview} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
