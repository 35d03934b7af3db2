import { usePageTitle } from '../components/page-header.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { Ticket } from '../features/registrations/components/ticket.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useRegistrationLive } from '../features/registrations/registrations.live.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function TicketPage() {
  const { t } = useTranslation('home');
  usePageTitle(t('ticket.documentTitle'));
  const { slug = '' } = useParams();
  const at = paths.event(slug);
  return (
    <WithEvent slug={slug}>
      {(event) => (
        <WithRegistration eventId={event.id} joinPath={at.join} signInPath={paths.signIn(at.ticket)}>
          {(registration) => (
            <>
              <Live eventId={event.id} />
              <Ticket registration={registration} timeZone={event.timeZone} eventTitle={event.title} />
            </>
          )}
        </WithRegistration>
      )}
    </WithEvent>
  );
}

/** The moment the door has scanned it, the phone says so. */
function Live({ eventId }: { eventId: string }) {
  useRegistrationLive(eventId);
  return null;
}
