import type { AgendaItem, MyRegistration, PublicEvent } from '@teabreak/shared';
import { Suspense } from 'react';
import { Skeleton } from '../components/progress.js';
import { BreakCard } from '../features/events/components/break-card.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { useEventLive } from '../features/events/events.live.js';
import { usePlaceNames } from '../features/events/place-names.js';
import { useAddToGoal } from '../features/goals/goals.mutations.js';
import { useCommonalities } from '../features/goals/goals.queries.js';
import { Greeting } from '../features/registrations/components/greeting.js';
import { PresenceSwitch } from '../features/registrations/components/presence-switch.js';
import { Standing } from '../features/registrations/components/standing.js';
import { TicketButton } from '../features/registrations/components/ticket-button.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useRegistrationLive } from '../features/registrations/registrations.live.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const WaitingForMe = later(() =>
  import('../features/introductions/components/waiting-for-me.js').then((file) => file.WaitingForMe),
);
const Checklist = later(() =>
  import('../features/registrations/components/checklist.js').then((file) => file.Checklist),
);
const SuggestionList = later(() =>
  import('../features/matchmaking/components/suggestion-list.js').then((file) => file.SuggestionList),
);
const RoundEntry = later(() => import('../features/rounds/components/round-entry.js').then((file) => file.RoundEntry));
const AskHint = later(() => import('../features/asks/components/ask-hint.js').then((file) => file.AskHint));
const Arrival = later(() => import('../features/events/components/arrival.js').then((file) => file.Arrival));
const ComingPeople = later(() =>
  import('../features/circle/components/coming-people.js').then((file) => file.ComingPeople),
);
const FollowUpsDue = later(() =>
  import('../features/follow-ups/components/follow-ups-due.js').then((file) => file.FollowUpsDue),
);
const RecogniseCard = later(() =>
  import('../features/registrations/components/recognise-card.js').then((file) => file.RecogniseCard),
);

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

const isOpen = ({ openedAt, closedAt }: AgendaItem) => openedAt !== null && closedAt === null;

type Props = { event: PublicEvent; registration: MyRegistration };

function Content({ event, registration }: Props) {
  useEventLive(event.slug, event.id);
  useRegistrationLive(event.id);
  const at = paths.event(event.slug);
  const { status, checkedInAt } = registration;
  const placeNames = usePlaceNames(event);
  const addToGoal = useAddToGoal(event.id, registration.goal);
  return (
    <>
      <Greeting name={registration.name} eventTitle={event.title} mePath={at.me} />
      {status === 'confirmed' ? (
        <>
          <BreakCard event={event} boardPath={at.board} />
          {checkedInAt ? (
            <PresenceSwitch registration={registration} places={event.places} />
          ) : (
            <TicketButton ticketPath={at.ticket} />
          )}
          {checkedInAt && event.agenda.some(isOpen) && (
            <Suspense>
              <RoundEntry eventId={event.id} roundsPath={at.rounds} />
            </Suspense>
          )}
          <Suspense fallback={<Skeleton card lines={4} />}>
            <WaitingForMe eventId={event.id} timeZone={event.timeZone} introductionPath={at.introduction} />
            <FollowUpsDue path={paths.followUps} />
            {checkedInAt && !registration.recognise && <RecogniseCard eventId={event.id} />}
            {!checkedInAt && <ComingPeople eventId={event.id} path={at.circle} />}
            {!checkedInAt && <Ready registration={registration} mePath={at.me} />}
            {!checkedInAt && <Arrival event={event} whenAndWhere />}
            {checkedInAt && <AskHint eventId={event.id} paths={{ ask: at.ask }} />}
            <SuggestionList
              eventId={event.id}
              timeZone={event.timeZone}
              placeNames={placeNames}
              onAddToGoal={addToGoal}
              paths={{
                person: at.person,
                goal: `${at.me}#goal`,
                commonalities: `${at.me}#commonalities`,
                consents: `${at.me}#consents`,
                board: at.board,
              }}
            />
          </Suspense>
        </>
      ) : (
        <Standing registration={registration} eventPath={at.page} />
      )}
    </>
  );
}

/** What is ready before one leaves home comes before whom to meet. */
function Ready({ registration, mePath }: { registration: MyRegistration; mePath: string }) {
  const { data } = useCommonalities();
  return <Checklist registration={registration} commonalities={data?.length} mePath={mePath} />;
}
