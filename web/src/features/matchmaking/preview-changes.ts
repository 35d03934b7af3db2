import type { MatchPreview } from '@teabreak/shared';

export type PreviewChanges = {
  /** Whose list differs in who stands on it, by registration. */
  changed: ReadonlySet<string>;
  /** Who is new on a list: "reader other". */
  added: ReadonlySet<string>;
  /** Per reader the names of those who go. */
  gone: ReadonlyMap<string, readonly string[]>;
};

export const pairKey = (reader: string, other: string): string => `${reader} ${other}`;

/** What `next` would change of `now`. The order of a list is not told: nobody can act on it. */
export function previewChanges(now: MatchPreview | undefined, next: MatchPreview): PreviewChanges {
  const changed = new Set<string>();
  const added = new Set<string>();
  const gone = new Map<string, readonly string[]>();
  const before = new Map(now?.lists.map((list) => [list.registrationId, list.suggestions]));
  for (const { registrationId, suggestions } of next.lists) {
    const known = before.get(registrationId);
    if (known === undefined) continue;
    const [was, is] = [known, suggestions].map((list) => new Set(list.map((one) => one.registrationId)));
    const fresh = suggestions.filter((one) => !was?.has(one.registrationId));
    const lost = known.filter((one) => !is?.has(one.registrationId)).map(({ name }) => name);
    for (const one of fresh) added.add(pairKey(registrationId, one.registrationId));
    if (lost.length > 0) gone.set(registrationId, lost);
    if (fresh.length + lost.length > 0) changed.add(registrationId);
  }
  return { changed, added, gone };
}
