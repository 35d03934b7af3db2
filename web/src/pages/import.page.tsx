import type { GuestImportReport, OrganizerEvent } from '@teabreak/shared';
import { useState } from 'react';
import { LinkButton } from '../components/button.js';
import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { QueryView } from '../components/query-view.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { ImportDrop } from '../features/registrations/components/import-drop.js';
import { ImportHistory } from '../features/registrations/components/import-history.js';
import { ImportReport } from '../features/registrations/components/import-report.js';
import { useGuestImports } from '../features/registrations/guests.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function ImportPage() {
  const { eventId = '' } = useParams();
  return <WithOrganizedEvent eventId={eventId}>{(event) => <Import event={event} />}</WithOrganizedEvent>;
}

function Import({ event }: { event: OrganizerEvent }) {
  const { t } = useTranslation('import');
  const [latest, setLatest] = useState<GuestImportReport | null>(null);
  const reports = useGuestImports(event.id);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ImportDrop eventId={event.id} onImported={setLatest} />
      {latest && (
        <PageSection
          title={t('latest', { file: latest.fileName })}
          actions={<LinkButton to={paths.organized(event.id).guests}>{t('toGuests')}</LinkButton>}
        >
          <div role="status">
            <ImportReport key={latest.id} report={latest} />
          </div>
        </PageSection>
      )}
      <PageSection title={t('earlier')}>
        <QueryView query={reports} isEmpty={(all) => all.length === 0} empty={<p>{t('none')}</p>}>
          {(all) => <ImportHistory reports={all.filter(({ id }) => id !== latest?.id)} timeZone={event.timeZone} />}
        </QueryView>
      </PageSection>
    </>
  );
}
