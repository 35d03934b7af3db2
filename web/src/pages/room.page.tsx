import { useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { useEvent } from '../features/events/events.queries.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { RoomView } from '../features/room/components/room-view.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function RoomPage() {
  const { t } = useTranslation('room');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={useEvent(slug)}>
        {({ id, timeZone }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.room)}>
            {() => <RoomView eventId={id} timeZone={timeZone} />}
          </WithRegistration>
        )}
      </QueryView>
    </>
  );
}
