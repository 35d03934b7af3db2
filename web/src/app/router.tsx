import { Suspense, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Skeleton } from '../components/progress.js';
import { currentLanguage, loadNamespace } from '../lib/i18n.js';
import { matchPath, type PathParams } from '../lib/match-path.js';
import { preloadPage, providePreload } from '../lib/preload.js';
import { Matched, Outlet, useLocation, useNavigationType } from '../lib/router.js';
import { attendeeRoutes, publicEventRoutes } from './attendee-routes.js';
import styles from './layouts.module.css';
import { PlainLayout } from './plain-layout.js';
import { plainRoutes } from './plain-routes.js';
import { type AppRoute, here, type LazyPage, page, type RouteTable, ready, Shown, table } from './route.js';

const attendeeLayout = page(() => import('./attendee-layout.js').then((file) => file.AttendeeLayout));
const organizerLayout = page(() => import('./organizer-layout.js').then((file) => file.OrganizerLayout));
const plainLayout = ready(PlainLayout);
const noLayout = ready(Outlet);

const organizerRoutes = table('/organize', () => import('./organizer-routes.js').then((file) => file.organizerRoutes));
const screenRoutes = table('/screen', () => import('./screen-routes.js').then((file) => file.screenRoutes));

type Zone = { name: string; layout: LazyPage; routes: RouteTable };

const zones: readonly Zone[] = [
  { name: 'event', layout: plainLayout, routes: here(publicEventRoutes) },
  { name: 'attendee', layout: attendeeLayout, routes: here(attendeeRoutes) },
  { name: 'organizer', layout: organizerLayout, routes: organizerRoutes },
  { name: 'screen', layout: noLayout, routes: screenRoutes },
  { name: 'plain', layout: plainLayout, routes: here(plainRoutes) },
];

/** The table that the address needs and that has not arrived. */
function missingTable(pathname: string): RouteTable | undefined {
  return zones
    .map(({ routes }) => routes)
    .find(({ under, current }) => (pathname === under || pathname.startsWith(`${under}/`)) && current() === null);
}

/** The first of the table that fits; its last one fits everything. */
function routeAt(pathname: string): { zone: Zone; route: AppRoute; params: PathParams } | null {
  for (const zone of zones) {
    for (const route of zone.routes.current() ?? []) {
      const params = matchPath(route.path, pathname);
      if (params) return { zone, route, params };
    }
  }
  return null;
}

/** Fetches code and texts of the page at this address, all at the same time. */
export async function preload(pathname: string): Promise<void> {
  await missingTable(pathname)?.load();
  const found = routeAt(pathname);
  if (!found) return;
  const texts = found.route.namespaces.map((namespace) => loadNamespace(currentLanguage(), namespace));
  await Promise.all([found.zone.layout.preload(), found.route.page.preload(), ...texts]);
}

providePreload(preload);

/** A finger on a link is the earliest sign of where one wants to go: layout, page and texts come at once, not one after the other. */
function usePreloadedLinks(): void {
  useEffect(() => {
    const touched = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.origin === location.origin && link.pathname !== location.pathname) preloadPage(link.pathname);
    };
    document.addEventListener('pointerdown', touched, { passive: true });
    return () => document.removeEventListener('pointerdown', touched);
  }, []);
}

/** Waits inside the layout, so that bars stay while the next page arrives. */
function Waiting({ page: shown }: { page: LazyPage }) {
  const fallback = (
    <div className={styles.waiting}>
      <Skeleton lines={4} />
    </div>
  );
  return (
    <Suspense fallback={fallback}>
      <Shown page={shown} />
    </Suspense>
  );
}

/** A new page begins at its top, for the eye and for the screen reader; going back is left to the browser. */
function useFreshStart(): void {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (kind === 'POP') return;
    window.scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname, kind]);
}

/** Whoever comes by a link has the table already, since a touched link fetches it; only a typed address or "back" may have to wait. */
function useTable(pathname: string): boolean {
  const missing = missingTable(pathname);
  const [failure, setFailure] = useState<unknown>(null);
  const [, arrive] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    missing?.load().then(arrive, setFailure);
  }, [missing]);
  if (failure) throw failure;
  return missing === undefined;
}

export function AppRoutes() {
  useFreshStart();
  usePreloadedLinks();
  const { pathname } = useLocation();
  const arrived = useTable(pathname);
  const shown = useMemo(() => {
    const found = arrived ? routeAt(pathname) : null;
    return found && { ...found, outlet: <Waiting key={found.route.path} page={found.route.page} /> };
  }, [pathname, arrived]);
  if (!shown) return null;
  return (
    <Matched params={shown.params} outlet={shown.outlet}>
      <Waiting key={shown.zone.name} page={shown.zone.layout} />
    </Matched>
  );
}
