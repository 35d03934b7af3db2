import { PageHeader } from '../components/page-header.js';
import { AskBoard } from '../features/asks/components/ask-board.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function AsksPage() {
  const { t } = useTranslation('asks');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {({ id }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.asks)}>
            {({ consents, boardLevel }) => (
              <AskBoard
                eventId={id}
                consents={{ named: consents.board && boardLevel === 'everyone', screen: consents.screen }}
                paths={{ list: to.asks, ask: to.ask, thread: to.askThread, person: to.person }}
              />
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
