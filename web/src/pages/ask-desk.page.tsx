import { PageHeader } from '../components/page-header.js';
import { AskDesk } from '../features/asks/components/ask-desk.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function AskDeskPage() {
  const { t } = useTranslation('asks');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {(event) => (
        <>
          <PageHeader title={t('desk.title')} lead={t('desk.lead')} />
          <AskDesk eventId={event.id} />
        </>
      )}
    </WithOrganizedEvent>
  );
}
