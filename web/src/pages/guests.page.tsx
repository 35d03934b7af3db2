import type { OrganizerEvent } from '@teabreak/shared';
import { LinkButton } from '../components/button.js';
import { DownloadIcon, UploadIcon } from '../components/icons.js';
import { PageHeader } from '../components/page-header.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { GuestList } from '../features/registrations/components/guest-list.js';
import { InviteButton } from '../features/registrations/components/invite-button.js';
import { WalkInButton } from '../features/registrations/components/walk-in-button.js';
import { canDownload } from '../lib/capabilities.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function GuestsPage() {
  const { eventId = '' } = useParams();
  return <WithOrganizedEvent eventId={eventId}>{(event) => <Guests event={event} />}</WithOrganizedEvent>;
}

function Guests({ event }: { event: OrganizerEvent }) {
  const { t } = useTranslation('guests');
  const manages = event.role === 'owner' || event.role === 'organizer';
  const { import: importPath } = paths.organized(event.id);
  const actions = (
    <>
      <WalkInButton eventId={event.id} />
      {manages && <InviteButton eventId={event.id} />}
      {manages && canDownload() && (
        <LinkButton variant="secondary" icon={DownloadIcon} href={`/api/events/${event.id}/registrations.csv`} download>
          {t('csv')}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      <GuestList
        eventId={event.id}
        timeZone={event.timeZone}
        manages={manages}
        empty={
          <>
            <p>{t('emptyText')}</p>
            {manages && (
              <LinkButton to={importPath} icon={UploadIcon}>
                {t('organizer:nav.import')}
              </LinkButton>
            )}
          </>
        }
      />
    </>
  );
}
