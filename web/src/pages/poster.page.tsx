import { PageHeader } from '../components/page-header.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { Poster } from '../features/group-chat/components/poster.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function PosterPage() {
  const { t } = useTranslation('group-settings');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('poster.title')} lead={t('poster.lead')} />
          <Poster event={event} groupCode={event.groupCode} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
