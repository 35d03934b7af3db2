import { LinkButton } from '../components/button.js';
import { PlusIcon } from '../components/icons.js';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { EmptyState } from '../components/states.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { EventCards } from '../features/events/components/event-cards.js';
import { useOrganizedEvents } from '../features/events/organized.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function OrganizedEventsPage() {
  const { t } = useTranslation('organizer');
  const { data: me } = useMe();
  const events = useOrganizedEvents();
  const creates = me?.signedIn === true && me.siteRole !== 'none';
  const create = creates && (
    <LinkButton to={paths.newEvent} icon={PlusIcon}>
      {t('nav.new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('events.title')} actions={events.data?.length ? create : null} />
      <QueryView
        query={events}
        isEmpty={(all) => all.length === 0}
        empty={
          <EmptyState title={t(creates ? 'events.first' : 'events.none')} action={create}>
            {t(creates ? 'events.firstText' : 'events.noneText')}
          </EmptyState>
        }
      >
        {(all) => <EventCards events={all} />}
      </QueryView>
    </>
  );
}
