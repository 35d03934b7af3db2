import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { MatchingForm } from '../features/matchmaking/components/matching-form.js';
import { useMatchSettings } from '../features/matchmaking/match-settings.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function MatchingPage() {
  const { t } = useTranslation('matching');
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>
      {({ id, timeZone }) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <Settings key={id} eventId={id} timeZone={timeZone} />
        </>
      )}
    </WithOrganizedEvent>
  );
}

function Settings({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  return (
    <QueryView query={useMatchSettings(eventId)}>
      {(settings) => <MatchingForm eventId={eventId} timeZone={timeZone} settings={settings} />}
    </QueryView>
  );
}
