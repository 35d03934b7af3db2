import { BackLink } from '../components/back-link.js';
import { LinkButton } from '../components/button.js';
import { AskDetail } from '../features/asks/components/ask-detail.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function AskPage() {
  const { t } = useTranslation('asks');
  const { slug = '', askId = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.asks} label={t('back')} />
      <WithEvent slug={slug}>
        {({ id }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.ask(askId))}>
            {({ consents, boardLevel }) => (
              <AskDetail
                eventId={id}
                askId={askId}
                consents={{ named: consents.board && boardLevel === 'everyone', screen: consents.screen }}
                paths={{ list: to.asks, ask: to.ask, thread: to.askThread, person: to.person }}
                goneAction={<LinkButton to={to.asks}>{t('back')}</LinkButton>}
              />
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
