import type { MyRegistration, PublicEvent } from '@teabreak/shared';
import { Suspense, useCallback } from 'react';
import { LinkButton } from '../components/button.js';
import { ChatIcon } from '../components/icons.js';
import { PageHeader } from '../components/page-header.js';
import { BoardView } from '../features/board/components/board-view.js';
import { OwnPlace } from '../features/board/components/own-place.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { useEventLive } from '../features/events/events.live.js';
import { usePlaceNames } from '../features/events/place-names.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const AskStrip = later(() => import('../features/asks/components/ask-strip.js').then((file) => file.AskStrip));

export function BoardPage() {
  const { t } = useTranslation('board');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton variant="secondary" size="s" icon={ChatIcon} to={to.room}>
            {t('room')}
          </LinkButton>
        }
      />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={to.join} signInPath={paths.signIn(to.board)}>
            {(registration) => <Board event={event} registration={registration} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Board({ event, registration }: { event: PublicEvent; registration: MyRegistration }) {
  useEventLive(event.slug, event.id);
  const { registrationId, checkedInAt, consents, boardLevel } = registration;
  const to = paths.event(event.slug);
  const placeNames = usePlaceNames(event);
  const personPath = useCallback((id: string) => paths.event(event.slug).person(id), [event.slug]);
  return (
    <>
      <OwnPlace
        checkedIn={checkedInAt !== null}
        shown={consents.takePart && consents.board && boardLevel !== 'hidden'}
        ticketPath={to.ticket}
        consentsPath={`${to.me}#consents`}
      />
      <Suspense>
        <AskStrip eventId={event.id} paths={{ list: to.asks, ask: to.ask }} />
      </Suspense>
      <BoardView eventId={event.id} me={registrationId} placeNames={placeNames} personPath={personPath} />
    </>
  );
}
