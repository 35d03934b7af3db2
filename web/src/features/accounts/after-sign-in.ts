import type { MeAnswer } from '@teabreak/shared';

/** A path of this app and nothing that a browser would read as another site: `//host`, `/\host`, `/<tab>/host`. */
const isLocal = (next: string): boolean => /^\/(?![/\\])/u.test(next) && !/[\p{Cc}\\]/u.test(next);

/** Where somebody who has just signed in wants to be: where they came from, else their desk, else their newest event. */
export function afterSignIn(me: MeAnswer, next: string | null): string {
  if (next && isLocal(next)) return next;
  if (!me.signedIn) return '/sign-in';
  if (me.siteRole !== 'none' || me.runs.length > 0) return '/organize';
  const [newest] = me.registrations;
  return newest ? `/e/${encodeURIComponent(newest.slug)}/home` : '/';
}
