import { GOAL_KINDS, type GoalKind, type MeetingRule, NEUTRAL_WEIGHTS, type Visibility } from '@teabreak/shared';
import fc from 'fast-check';
import type { MatchOptions, MatchSuggestion } from './candidates.js';
import { MatchEngine } from './engine/match-engine.js';
import { weighPairs } from './engine/pair-weights.js';
import type { MatchPerson } from './profile.js';
import { goalScore, reciprocal } from './score.js';
import { suggestForAll } from './suggest.js';

const TAGS = [
  'angel investor',
  '天使投资',
  'jazz',
  '爵士乐',
  'accountant',
  '会计',
  'hiking',
  'kiln for rakugo',
  'rakugo',
  'coffee',
];
const FACTS = [
  ['hometown', '福建泉州'],
  ['hometown', '福州'],
  ['company', '字节'],
  ['company', 'Siemens'],
  ['speaks', 'English'],
  ['speaks', '中文'],
  ['interest', 'jazz'],
] as const;
const id = (at: number) => `p${String(at).padStart(2, '0')}`;
const tags = fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 });
const shown = fc.constantFrom<Visibility>('everyone', 'suggested');
const hidden = fc.constantFrom<Visibility>('introduced', 'nobody');
const facts = (visibility: fc.Arbitrary<Visibility>) =>
  fc.array(
    fc.tuple(fc.constantFrom(...FACTS), visibility).map(([[kind, value], seen]) => ({ kind, value, visibility: seen })),
    { maxLength: 3 },
  );
const kind = fc.constantFrom<GoalKind | null>(null, ...GOAL_KINDS);
const somebody = fc.record({
  kind,
  seeks: tags,
  offers: tags,
  sentence: fc.constantFrom('', '找会计'),
  commons: facts(shown),
});
const room = fc
  .array(somebody, { minLength: 2, maxLength: 30 })
  .map((people) => people.map(({ commons, ...goal }, at): MatchPerson => ({ id: id(at), goal, commons })));
const pairs = fc
  .array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 20 })
  .map((found) => found.map(([a, b]): [string, string] => [id(a), id(b)]));
const rules = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...GOAL_KINDS),
    suggestedTo: fc.oneof(fc.constant<'everyone'>('everyone'), fc.subarray([...GOAL_KINDS])),
    atMost: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  { maxLength: 4, selector: (rule) => rule.kind },
);
const slider = fc.constantFrom(0, 25, 50, 75, 100);
const weights = fc.record({ goals: slider, inCommon: slider, newCircles: slider });
const relations = { circle: pairs, excluded: pairs, putAside: pairs, liked: pairs };
const options = fc.record({ ...relations, rules, weights, present: fc.constant(['p01', 'p03']) });

const plain = (lists: ReadonlyMap<string, readonly MatchSuggestion[]>) =>
  JSON.stringify([...lists].sort(([a], [b]) => (a < b ? -1 : 1)));
const kindsOf = (people: readonly MatchPerson[]) =>
  new Map(people.map((person) => [person.id, person.goal?.kind ?? null]));
const exposures = (lists: ReadonlyMap<string, readonly MatchSuggestion[]>) => {
  const found = new Map<string, number>();
  for (const { personId } of [...lists.values()].flat()) found.set(personId, (found.get(personId) ?? 0) + 1);
  return found;
};
const broken = ({ suggestedTo }: MeetingRule, reader: GoalKind | null) =>
  suggestedTo !== 'everyone' && (reader === null || !suggestedTo.includes(reader));

it('M1: reciprocal fit is the same from both sides, and never above the better direction', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (there, back) => {
      expect(reciprocal(there, back)).toBe(reciprocal(back, there));
      expect(reciprocal(there, back)).toBeLessThanOrEqual(Math.max(there, back));
      expect(goalScore(there, back)).toBeLessThanOrEqual(1000);
    }),
  );
});

it('M3, M6, M7: whatever the settings, no veto, no rule and no cap is broken', () => {
  fc.assert(
    fc.property(room, options, (people, chosen) => {
      const lists = suggestForAll(people, chosen);
      const kinds = kindsOf(people);
      const never = new Set([...chosen.circle, ...chosen.excluded].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
      for (const [a, b] of chosen.putAside) never.add(`${a} ${b}`);
      const shownTo = exposures(lists);
      for (const [reader, list] of lists) {
        expect(list.length).toBeLessThanOrEqual(5);
        for (const { personId, score } of list) {
          expect(never).not.toContain(`${reader} ${personId}`);
          expect(Number.isInteger(score) && score > 0).toBe(true);
          const rule = chosen.rules.find((one) => one.kind === kinds.get(personId));
          expect(rule !== undefined && broken(rule, kinds.get(reader) ?? null)).toBe(false);
        }
      }
      for (const [person, count] of shownTo) {
        const rule = chosen.rules.find((one) => one.kind === kinds.get(person));
        expect(count).toBeLessThanOrEqual(rule?.atMost ?? 8);
      }
    }),
  );
});

it('M9: the order of everything makes no difference, whatever the settings', () => {
  fc.assert(
    fc.property(room, options, (people, chosen) => {
      const turned: MatchOptions = {
        ...chosen,
        circle: [...chosen.circle].reverse(),
        excluded: [...chosen.excluded].reverse(),
        putAside: [...chosen.putAside].reverse(),
        liked: [...chosen.liked].reverse(),
        rules: [...chosen.rules].reverse(),
        present: [...chosen.present].reverse(),
      };
      expect(plain(suggestForAll([...people].reverse(), turned))).toBe(plain(suggestForAll(people, chosen)));
    }),
  );
});

it('G3: any change of what is hidden changes no byte of anybody’s lists', () => {
  const twoVersions = room.chain((people) => {
    const secrets = fc.array(facts(hidden), { minLength: people.length, maxLength: people.length });
    const withSecrets = (found: MatchPerson['commons'][]) =>
      people.map((person, at) => ({ ...person, commons: [...(found[at] ?? []), ...person.commons] }));
    return fc.tuple(secrets.map(withSecrets), secrets.map(withSecrets));
  });
  fc.assert(
    fc.property(twoVersions, options, ([one, other], chosen) => {
      expect(plain(suggestForAll(other, chosen))).toBe(plain(suggestForAll(one, chosen)));
      const engine = new MatchEngine();
      engine.update({ people: one });
      expect([...engine.update({ people: other })]).toEqual([]);
    }),
  );
});

it('M7: whoever could be shown to anybody stands on a list, and whoever has candidates has one', () => {
  fc.assert(
    fc.property(room, fc.record(relations), (people, chosen) => {
      const free = suggestForAll(people, { ...chosen, exposure: 1000, limit: 1000 });
      const lists = suggestForAll(people, chosen);
      const shownTo = exposures(lists);
      for (const [reader, list] of free) {
        if (list.length > 0) expect([reader, lists.get(reader)?.length]).not.toEqual([reader, 0]);
        for (const { personId } of list) expect([personId, shownTo.get(personId) ?? 0]).not.toEqual([personId, 0]);
      }
    }),
  );
});

describe('the organizer’s sliders', () => {
  const someone = (
    name: string,
    seeks: string[],
    offers: string[],
    commons: MatchPerson['commons'] = [],
  ): MatchPerson => ({
    id: name,
    goal: { kind: null, seeks, offers, sentence: '' },
    commons,
  });
  const from = (value: string) => [{ kind: 'hometown', value, visibility: 'everyone' } as const];
  const at = (value: string) => [{ kind: 'company', value, visibility: 'everyone' } as const];
  const names = (people: MatchPerson[], chosen: Partial<typeof NEUTRAL_WEIGHTS>, reader = 'me') =>
    (suggestForAll(people, { weights: { ...NEUTRAL_WEIGHTS, ...chosen } }).get(reader) ?? []).map(
      ({ personId }) => personId,
    );

  it('neutral is as if nothing were set', () => {
    fc.assert(
      fc.property(room, (people) => {
        expect(plain(suggestForAll(people, { weights: NEUTRAL_WEIGHTS }))).toBe(plain(suggestForAll(people)));
      }),
    );
  });

  it('0 switches a part off', () => {
    const people = [
      someone('me', ['jazz'], [], from('福建泉州')),
      someone('player', [], ['jazz']),
      someone('neighbour', [], [], from('泉州')),
      ...['a', 'b', 'c'].map((name) => someone(name, [], [])),
    ];
    expect(names(people, {}).sort()).toEqual(['neighbour', 'player']);
    expect(names(people, { goals: 0 })).toEqual(['neighbour']);
    expect(names(people, { inCommon: 0 })).toEqual(['player']);
  });

  it('new circles raises who lies outside and lowers who lies inside', () => {
    const people = [
      someone('me', ['jazz'], [], at('字节')),
      someone('inside', [], ['jazz'], at('ByteDance')),
      someone('outside', [], ['jazz'], at('Siemens')),
      ...['a', 'b', 'c'].map((name) => someone(name, [], [], at('BASF'))),
    ];
    expect(names(people, { newCircles: 0 })).toEqual(['inside', 'outside']);
    expect(names(people, { newCircles: 100 })).toEqual(['outside', 'inside']);
  });
});

it('more like this: who meets the same wish in the same way, or shares something rare, comes first', () => {
  const goal = (seeks: string[], offers: string[]) => ({ kind: null, seeks, offers, sentence: '' });
  const people: MatchPerson[] = [
    { id: 'me', goal: goal(['jazz', 'accountant'], []), commons: [] },
    { id: 'a-books', goal: goal([], ['accountant']), commons: [] },
    { id: 'b-plays', goal: goal([], ['爵士乐']), commons: [] },
    { id: 'liked', goal: goal([], ['jazz']), commons: [] },
  ];
  const ids = (liked: [string, string][]) =>
    (suggestForAll(people, { liked }).get('me') ?? []).map(({ personId }) => personId);
  expect(ids([])).toEqual(['a-books', 'b-plays', 'liked']);
  expect(ids([['me', 'liked']])).toEqual(['b-plays', 'a-books', 'liked']);
  expect(ids([['a-books', 'liked']])).toEqual(ids([]));
});

it('R2: weights of pairs are whole, the same for every order, and absent for who must not meet', () => {
  fc.assert(
    fc.property(room, options, (people, chosen) => {
      const weigh = (list: readonly MatchPerson[]) => {
        const engine = new MatchEngine();
        const { weights: set, rules: ruled, present, ...rest } = chosen;
        engine.update({
          ...rest,
          people: list,
          here: present.map((one) => [one, true]),
          settings: { weights: set, rules: ruled },
        });
        return weighPairs(
          engine,
          list.map((person) => person.id),
        );
      };
      const found = weigh(people);
      expect(weigh([...people].reverse())).toEqual(found);
      const vetoes = new Set([...chosen.excluded, ...chosen.putAside].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
      for (const { one, other, weight } of found) {
        expect(one < other && Number.isInteger(weight) && weight >= 1 && weight <= 1000).toBe(true);
        expect(vetoes).not.toContain(`${one} ${other}`);
      }
      expect(new Set(found.map(({ one, other }) => `${one} ${other}`)).size).toBe(found.length);
    }),
  );
});
