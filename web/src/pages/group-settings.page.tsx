import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { QueryView } from '../components/query-view.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { GroupLinkForm } from '../features/group-chat/components/group-link-form.js';
import { GroupLinkState } from '../features/group-chat/components/group-link-state.js';
import { PermanentCode } from '../features/group-chat/components/permanent-code.js';
import { useGroupSettings } from '../features/group-chat/group-settings.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function GroupSettingsPage() {
  const { eventId = '' } = useParams();
  const { t } = useTranslation('group-settings');
  return (
    <WithOrganizedEvent eventId={eventId}>
      {({ id, timeZone }) => (
        <>
          <PageHeader title={t('title')} lead={t('lead')} />
          <Settings eventId={id} timeZone={timeZone} />
        </>
      )}
    </WithOrganizedEvent>
  );
}

function Settings({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const { t } = useTranslation('group-settings');
  const query = useGroupSettings(eventId);
  return (
    <QueryView query={query}>
      {(settings) => (
        <>
          <PermanentCode settings={settings} posterPath={paths.organized(eventId).poster} />
          <PageSection title={t('behind')} hint={t('behindHint')}>
            <GroupLinkState link={settings.link} timeZone={timeZone} />
            <GroupLinkForm eventId={eventId} timeZone={timeZone} link={settings.link} />
          </PageSection>
        </>
      )}
    </QueryView>
  );
}
