import type { PublicEvent } from '@teabreak/shared';
import { BackLink } from '../components/back-link.js';
import { LinkButton } from '../components/button.js';
import { AskThread } from '../features/asks/components/ask-thread.js';
import { KeepAway } from '../features/circle/components/keep-away.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

export function AskThreadPage() {
  const { t } = useTranslation('asks');
  const { slug = '', threadId = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.asks} label={t('back')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={to.join} signInPath={paths.signIn(to.askThread(threadId))}>
            {() => <Thread event={event} threadId={threadId} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Thread({ event: { id, slug, timeZone }, threadId }: { event: PublicEvent; threadId: string }) {
  const { t } = useTranslation('asks');
  const to = paths.event(slug);
  return (
    <AskThread
      eventId={id}
      threadId={threadId}
      timeZone={timeZone}
      paths={{ list: to.asks, ask: to.ask, thread: to.askThread, person: to.person }}
      goneAction={<LinkButton to={to.asks}>{t('back')}</LinkButton>}
    >
      {({ registrationId, name }) => (
        <KeepAway eventId={id} personId={registrationId} name={name} onBlocked={() => navigate(to.asks)} />
      )}
    </AskThread>
  );
}
