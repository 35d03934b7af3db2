import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import type { PathParams } from './match-path.js';

// The pages need a twentieth of what routing libraries bring, and every phone would fetch all of it before its first page.

/** How one came to an address: by the browser's back and forward (and at first), by a link, or in place of the one before. */
export type NavigationKind = 'POP' | 'PUSH' | 'REPLACE';
type Place = { pathname: string; search: string; hash: string; kind: NavigationKind };

const here = (kind: NavigationKind): Place => {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, kind };
};

const listeners = new Set<(place: Place) => void>();
const changed = (kind: NavigationKind): void => {
  for (const listener of listeners) listener(here(kind));
};

/** Entries of the history are numbered, so that the page knows whether one of ours lies behind it. */
const entryNumber = (): number => (window.history.state as { idx?: number } | null)?.idx ?? 0;

/** Whether going back stays in the app. */
export const canGoBack = (): boolean => entryNumber() > 0;
export const goBack = (): void => window.history.back();

/** Within the app. `to` is an address as in a link. The address one is at already makes no second entry. */
export function navigate(to: string, { replace = false }: { replace?: boolean | undefined } = {}): void {
  const { href } = new URL(to, window.location.href);
  if (replace || href === window.location.href) {
    window.history.replaceState({ idx: entryNumber() }, '', href);
    changed('REPLACE');
  } else {
    window.history.pushState({ idx: entryNumber() + 1 }, '', href);
    changed('PUSH');
  }
}

const PlaceContext = createContext<Place | null>(null);
const MatchContext = createContext<{ params: PathParams; outlet: ReactNode }>({ params: {}, outlet: null });

/** Around the app: follows the address. What a finger does meanwhile comes before drawing the next page. */
export function Router({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(() => here('POP'));
  useLayoutEffect(() => {
    const listener = (next: Place) => startTransition(() => setPlace(next));
    const popped = () => changed('POP');
    listeners.add(listener);
    window.addEventListener('popstate', popped);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('popstate', popped);
    };
  }, []);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('No Router around this');
  return place;
}

export const useLocation = (): Omit<Place, 'kind'> => usePlace();
export const useNavigationType = (): NavigationKind => usePlace().kind;

/** What stands behind the question mark, and a way to put something else there. */
export function useSearchParams(): [URLSearchParams, (params: URLSearchParams, how?: { replace?: boolean }) => void] {
  const { pathname, search } = usePlace();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  // Not `size`: the browsers of older iPhones do not count.
  return [params, (next, how) => navigate(`${next}` ? `${pathname}?${next}` : pathname, how)];
}

/** Tells its children the named parts of the address, and their layout what to put into its `Outlet`. */
export function Matched({ params, outlet, children }: { params: PathParams; outlet: ReactNode; children: ReactNode }) {
  const match = useMemo(() => ({ params, outlet }), [params, outlet]);
  return <MatchContext value={match}>{children}</MatchContext>;
}

export const useParams = (): PathParams => use(MatchContext).params;
export const Outlet = (): ReactNode => use(MatchContext).outlet;

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string; replace?: boolean | undefined };

/** A link of the app. New tabs, new windows and downloads remain the browser's. */
export function Link({ to, replace, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    event.preventDefault();
    navigate(to, { replace });
  };
  return <a {...rest} href={to} onClick={follow} />;
}

/** Says of itself that it is the current page; with `end` not on the pages below it. */
export function NavLink({ end = false, ...rest }: LinkProps & { end?: boolean | undefined }) {
  const { pathname } = usePlace();
  const current = pathname === rest.to || (!end && pathname.startsWith(`${rest.to}/`));
  return <Link {...rest} aria-current={current ? 'page' : undefined} />;
}

/** Instead of a page: leads to another. */
export function Redirect({ to }: { to: string }) {
  useEffect(() => navigate(to, { replace: true }), [to]);
  return null;
}
