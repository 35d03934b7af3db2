import type { EventRole, Me } from '@teabreak/shared';
import { TopBar } from '../components/bars.js';
import { OfflineBanner } from '../components/offline-banner.js';
import { QueryView } from '../components/query-view.js';
import { SideNav } from '../components/side-nav.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { SignOutButton } from '../features/accounts/components/sign-out-button.js';
import { EventHeading } from '../features/events/components/event-heading.js';
import { useOrganizedEvent } from '../features/events/organized.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { matchPath } from '../lib/match-path.js';
import { paths } from '../lib/paths.js';
import { Outlet, Redirect, useLocation } from '../lib/router.js';
import styles from './layouts.module.css';
import { eventEntries, siteEntries } from './organizer-entries.js';
import { Preferences, SkipLink } from './plain-layout.js';

/** Pages under /organize that are not an event. */
const SITE_PAGES = new Set(['new', 'mails', 'organizers']);

export function OrganizerLayout() {
  const { pathname } = useLocation();
  const eventId = matchPath('/organize/:eventId/*', pathname)?.eventId;
  const me = useMe();
  return (
    <div className={styles.organizer}>
      <SkipLink />
      <TopBar
        actions={
          <>
            <Preferences />
            {me.data?.signedIn && <SignOutButton />}
          </>
        }
      />
      <OfflineBanner />
      <QueryView query={me}>
        {(who) =>
          who.signedIn ? (
            <div className={styles.desk}>
              {eventId !== undefined && !SITE_PAGES.has(eventId) ? (
                <EventNav eventId={eventId} />
              ) : (
                <SiteNav me={who} />
              )}
              <main id="content" tabIndex={-1} className={styles.work}>
                <Outlet />
              </main>
            </div>
          ) : (
            <Redirect to={paths.signIn(pathname)} />
          )
        }
      </QueryView>
    </div>
  );
}

function SiteNav({ me }: { me: Me }) {
  const { t } = useTranslation('organizer');
  return <SideNav label={t('nav.label')} items={siteEntries(me.siteRole, t)} />;
}

function EventNav({ eventId }: { eventId: string }) {
  const { t } = useTranslation('organizer');
  const { pathname } = useLocation();
  const { data } = useOrganizedEvent(eventId);
  const role: EventRole | undefined = data?.role;
  return (
    <SideNav
      label={t('nav.label')}
      items={eventEntries(eventId, role, t)}
      heading={<EventHeading eventId={eventId} repeated={pathname === paths.organized(eventId).overview} />}
    />
  );
}
