import type { Locale, MatchPreview } from '@teabreak/shared';
import { fold } from '../../../common/text-fold.js';
import type { Help, MatchSuggestion } from '../candidates.js';
import type { PreviewedRoom } from '../match-rooms.js';
import type { RoomPerson } from '../matchmaking.repository.js';

/** For the organizer's eyes: names, one reason in both people's own words, and how well everybody is served. */
export function presentPreview({ people, lists, unmet }: PreviewedRoom, locale: Locale): MatchPreview {
  const say = locale === 'zh-CN' ? CHINESE : ENGLISH;
  const byName = new Intl.Collator(locale);
  const sorted = [...people].sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const known = new Map(people.map((person) => [person.id, person]));
  const named = sorted.flatMap(({ id, name }) => {
    const seeks = [...(unmet.get(id) ?? [])];
    return seeks.length > 0 ? [{ registrationId: id, name, seeks }] : [];
  });
  return {
    coverage: { ...coverageOf(people, lists), unmet: named },
    lists: sorted.map(({ id, name, goal }) => ({
      registrationId: id,
      name,
      kind: goal?.kind ?? null,
      suggestions: (lists.get(id) ?? []).flatMap((suggestion) => {
        const other = known.get(suggestion.personId);
        if (other === undefined) return [];
        const { direction } = suggestion;
        return [{ registrationId: other.id, name: other.name, direction, reason: reasonOf(suggestion, say) }];
      }),
    })),
  };
}

function coverageOf(
  people: readonly RoomPerson[],
  lists: PreviewedRoom['lists'],
): Omit<MatchPreview['coverage'], 'unmet'> {
  const all = [...lists.values()].flat();
  const exposure = new Map<string, number>();
  for (const { personId } of all) exposure.set(personId, (exposure.get(personId) ?? 0) + 1);
  return {
    people: people.length,
    withGoal: people.filter(({ goal }) => goal !== null).length,
    withList: [...lists.values()].filter((list) => list.length > 0).length,
    mutualShare: all.length === 0 ? 0 : all.filter(({ direction }) => direction === 'mutual').length / all.length,
    mostLists: Math.max(0, ...exposure.values()),
  };
}

/** Said of the one whose list it is, since the organizer is neither of the two. */
function reasonOf({ helpsMe, iHelp, commons }: MatchSuggestion, say: Sayings): string {
  const [common] = commons;
  const parts = [
    ...(helpsMe === null ? [] : [say.finds(helpsMe)]),
    ...(iHelp === null ? [] : [say.gives(iHelp)]),
    ...(helpsMe === null && iHelp === null && common !== undefined ? [say.shares(common.theirs)] : []),
  ];
  return parts.join(say.between);
}

type Sayings = {
  finds: (help: Help) => string;
  gives: (help: Help) => string;
  shares: (what: string) => string;
  between: string;
};

const alike = ({ mine, theirs }: Help): boolean => fold(mine) === fold(theirs);

const ENGLISH: Sayings = {
  finds: (help) => (alike(help) ? `seeks and finds “${help.mine}”` : `seeks “${help.mine}”, finds “${help.theirs}”`),
  gives: (help) => (alike(help) ? `can give “${help.mine}”` : `can give “${help.mine}” for “${help.theirs}”`),
  shares: (what) => `in common: “${what}”`,
  between: ' · ',
};

const CHINESE: Sayings = {
  finds: (help) => (alike(help) ? `在找“${help.mine}”，对方正好有` : `在找“${help.mine}”，对方有“${help.theirs}”`),
  gives: (help) => (alike(help) ? `能提供对方要的“${help.mine}”` : `能提供“${help.mine}”，对方在找“${help.theirs}”`),
  shares: (what) => `共同点：“${what}”`,
  between: '；',
};
