import { BackLink } from '../components/back-link.js';
import { PageHeader } from '../components/page-header.js';
import { ConversationList } from '../features/encounters/components/conversation-list.js';
import { EventDepth } from '../features/encounters/components/event-depth.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function ConversationsPage() {
  const { t } = useTranslation('encounters');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.introductions} label={t('back')} />
      <PageHeader title={t('allTitle')} lead={t('private')} />
      <WithEvent slug={slug}>
        {({ id }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.conversations)}>
            {() => (
              <>
                <EventDepth eventId={id} />
                <ConversationList eventId={id} />
              </>
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
