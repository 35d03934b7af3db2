import { useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { BoardView } from '../features/board/components/board-view.js';
import { useEventLive } from '../features/events/events.live.js';
import { useEvent } from '../features/events/events.queries.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function BoardPage() {
  const { t } = useTranslation('board');
  const { slug = '' } = useParams();
  const event = useEvent(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={event}>{({ id }) => <Live slug={slug} eventId={id} />}</QueryView>
    </>
  );
}

function Live({ slug, eventId }: { slug: string; eventId: string }) {
  useEventLive(slug, eventId);
  const event = paths.event(slug);
  return (
    <WithRegistration eventId={eventId} joinPath={event.join} signInPath={paths.signIn(event.board)}>
      {({ registrationId }) => <BoardView eventId={eventId} slug={slug} me={registrationId} />}
    </WithRegistration>
  );
}
