import type { InboxItem } from '@teabreak/shared';
import { PageHeader } from '../components/page-header.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { InboxList } from '../features/inbox/components/inbox-list.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {({ id, timeZone }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.inbox)}>
            {() => <InboxList eventId={id} timeZone={timeZone} pathOf={(item) => pathOf(item, slug)} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function pathOf({ kind, id }: InboxItem, slug: string): string {
  const to = paths.event(slug);
  if (kind === 'round') return to.rounds;
  if (kind === 'card') return to.card;
  if (kind === 'acquaintance') return to.introductions;
  if (kind === 'ask-help' || kind === 'ask-message') return to.askThread(id);
  if (kind === 'follow-up') return paths.followUp(id);
  return to.introduction(id);
}
