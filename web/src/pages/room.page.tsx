import type { Me } from '@teabreak/shared';
import { Suspense } from 'react';
import { BackLink } from '../components/back-link.js';
import { PageHeader } from '../components/page-header.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { RoomView } from '../features/room/components/room-view.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const KeepAway = later(() => import('../features/circle/components/keep-away.js').then((file) => file.KeepAway));

const runs = (me: Me | { signedIn: false } | undefined, eventId: string): boolean =>
  me?.signedIn === true && me.runs.some((event) => event.eventId === eventId && event.role !== 'door');

export function RoomPage() {
  const { t } = useTranslation('room');
  const { slug = '' } = useParams();
  const me = useMe().data;
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.board} label={t('back')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {({ id, timeZone }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.room)}>
            {() => (
              <RoomView eventId={id} timeZone={timeZone} moderates={runs(me, id)}>
                {({ id: messageId, text, author, personId }) =>
                  personId && (
                    <Suspense>
                      <KeepAway eventId={id} personId={personId} name={author} message={{ id: messageId, text }} />
                    </Suspense>
                  )
                }
              </RoomView>
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
