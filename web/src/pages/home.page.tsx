import type { MyRegistration, PublicEvent } from '@teabreak/shared';
import { useParams } from 'react-router';
import { BreakCard } from '../features/events/components/break-card.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { useEventLive } from '../features/events/events.live.js';
import { useCommonalities } from '../features/goals/goals.queries.js';
import { WaitingForMe } from '../features/introductions/components/waiting-for-me.js';
import { SuggestionList } from '../features/matchmaking/components/suggestion-list.js';
import { Checklist } from '../features/registrations/components/checklist.js';
import { Greeting } from '../features/registrations/components/greeting.js';
import { PresenceSwitch } from '../features/registrations/components/presence-switch.js';
import { Standing } from '../features/registrations/components/standing.js';
import { TicketButton } from '../features/registrations/components/ticket-button.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useRegistrationLive } from '../features/registrations/registrations.live.js';
import { paths } from '../lib/paths.js';

export function HomePage() {
  const { slug = '' } = useParams();
  const at = paths.event(slug);
  return (
    <WithEvent slug={slug}>
      {(event) => (
        <WithRegistration eventId={event.id} joinPath={at.join} signInPath={paths.signIn(at.home)}>
          {(registration) => <Content event={event} registration={registration} />}
        </WithRegistration>
      )}
    </WithEvent>
  );
}

type Props = { event: PublicEvent; registration: MyRegistration };

function Content({ event, registration }: Props) {
  useEventLive(event.slug, event.id);
  useRegistrationLive(event.id);
  const at = paths.event(event.slug);
  const { status, checkedInAt } = registration;
  return (
    <>
      <Greeting name={registration.name} eventTitle={event.title} mePath={at.me} />
      {status === 'confirmed' ? (
        <>
          <BreakCard event={event} boardPath={at.board} />
          <WaitingForMe eventId={event.id} timeZone={event.timeZone} introductionPath={at.introduction} />
          {checkedInAt ? <PresenceSwitch registration={registration} /> : <TicketButton ticketPath={at.ticket} />}
          {!checkedInAt && <Ready registration={registration} mePath={at.me} />}
          <SuggestionList
            eventId={event.id}
            paths={{ person: at.person, goal: `${at.me}#goal`, consents: `${at.me}#consents`, board: at.board }}
          />
        </>
      ) : (
        <Standing status={status} eventPath={at.page} />
      )}
    </>
  );
}

function Ready({ registration, mePath }: { registration: MyRegistration; mePath: string }) {
  const { data } = useCommonalities();
  return <Checklist registration={registration} commonalities={data?.length} mePath={mePath} />;
}
