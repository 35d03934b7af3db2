import type { MyRegistration, PublicEvent } from '@teabreak/shared';
import { Suspense, useCallback } from 'react';
import { LinkButton } from '../components/button.js';
import { ChatIcon } from '../components/icons.js';
import { PageHeader } from '../components/page-header.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { type BoardPhase, boardPhase } from '../features/board/board-phase.js';
import { BoardLoading } from '../features/board/components/board-loading.js';
import { BoardView } from '../features/board/components/board-view.js';
import { HostPlace, OwnPlace } from '../features/board/components/own-place.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { useEventLive } from '../features/events/events.live.js';
import { useEvent } from '../features/events/events.queries.js';
import { usePlaceNames } from '../features/events/place-names.js';
import { NotOnTheList } from '../features/registrations/components/not-on-the-list.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { serverNow, useNow } from '../lib/clock.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const AskStrip = later(() => import('../features/asks/components/ask-strip.js').then((file) => file.AskStrip));

/** An event that begins or ends meanwhile. */
const LOOK_AT_CLOCK_MS = 60_000;

export function BoardPage() {
  useNow(LOOK_AT_CLOCK_MS);
  const { t } = useTranslation('board');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  const { data } = useEvent(slug);
  const phase = data ? boardPhase(data, serverNow()) : 'during';
  return (
    <>
      <PageHeader
        title={t(phase === 'over' ? 'titleOver' : 'title')}
        actions={
          <LinkButton variant="secondary" size="s" icon={ChatIcon} to={to.room}>
            {t('room')}
          </LinkButton>
        }
      />
      <WithEvent slug={slug} loading={<BoardLoading />}>
        {(event) => (
          <WithRegistration
            eventId={event.id}
            joinPath={to.join}
            signInPath={paths.signIn(to.board)}
            loading={<BoardLoading />}
            stranger={<HostsBoard event={event} phase={phase} />}
          >
            {(registration) => <GuestsBoard event={event} phase={phase} registration={registration} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

type Props = { event: PublicEvent; phase: BoardPhase };

function GuestsBoard({ event, phase, registration }: Props & { registration: MyRegistration }) {
  useEventLive(event.slug, event.id);
  const { registrationId, checkedInAt, consents, boardLevel } = registration;
  const to = paths.event(event.slug);
  const placeNames = usePlaceNames(event);
  const personPath = useCallback((id: string) => paths.event(event.slug).person(id), [event.slug]);
  return (
    <>
      {phase !== 'over' && (
        <OwnPlace
          checkedIn={checkedInAt !== null}
          shown={consents.takePart && consents.board && boardLevel !== 'hidden'}
          ticketPath={to.ticket}
          consentsPath={`${to.me}#consents`}
        />
      )}
      <Suspense>
        <AskStrip eventId={event.id} paths={{ list: to.asks, ask: to.ask }} />
      </Suspense>
      <BoardView event={event} phase={phase} me={registrationId} placeNames={placeNames} personPath={personPath} />
    </>
  );
}

/** Whoever runs the event may look at its board without being a guest. */
function HostsBoard({ event, phase }: Props) {
  const { data: me } = useMe();
  const placeNames = usePlaceNames(event);
  const to = paths.event(event.slug);
  if (me === undefined) return <BoardLoading />;
  const runs = me.signedIn && me.runs.some(({ eventId, role }) => eventId === event.id && role !== 'door');
  if (!runs) return <NotOnTheList joinPath={to.join} signInPath={paths.signIn(to.board)} />;
  return (
    <>
      <HostPlace deskPath={paths.organized(event.id).overview} />
      <BoardView event={event} phase={phase} me={null} placeNames={placeNames} personPath={null} />
    </>
  );
}
