import type { CommonalityKind, GoalKind, Visibility } from '@teabreak/shared';
import fc from 'fast-check';
import type { MatchOptions, MatchSuggestion } from './candidates.js';
import type { MatchPerson } from './profile.js';
import { suggestForAll } from './suggest.js';

type Facts = Partial<Record<CommonalityKind, string>>;

function person(
  id: string,
  seeks: string[],
  offers: string[],
  facts: Facts = {},
  kind: GoalKind | null = null,
): MatchPerson {
  const commons = Object.entries(facts).map(([fact, value]) => ({
    kind: fact as CommonalityKind,
    value,
    visibility: 'everyone' as const,
  }));
  return { id, goal: { kind, seeks, offers, sentence: '' }, commons };
}

const ids = (list: readonly MatchSuggestion[] | undefined) => (list ?? []).map(({ personId }) => personId);
const of = (people: MatchPerson[], id: string, options?: MatchOptions) => suggestForAll(people, options).get(id) ?? [];

/** Any room: tags in both languages, free words, shared facts, circles. */
const TAGS = [
  'angel investor',
  '天使投资',
  'jazz',
  '爵士乐',
  'iOS engineer',
  'accountant',
  '徒步',
  'hiking',
  'kiln',
  '会计',
  'coffee',
  '🎉',
];
const KINDS = [
  null,
  'find-job',
  'hire',
  'clients',
  'partner',
  'friends',
  'language-exchange',
  'curious',
  'investment',
] as const;
const tags = fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 4 });
const visibility = fc.constantFrom<Visibility>('everyone', 'suggested', 'introduced', 'nobody');
const common = fc
  .tuple(
    fc.constantFrom<[CommonalityKind, string]>(
      ['hometown', '福建泉州'],
      ['hometown', '福州'],
      ['school', '交大'],
      ['school', 'SJTU'],
      ['company', '字节'],
      ['company', '小米'],
      ['speaks', 'English'],
      ['speaks', '中文'],
      ['learns', '中文 (HSK 4)'],
      ['interest', 'jazz'],
    ),
    visibility,
  )
  .map(([[kind, value], seen]) => ({ kind, value, visibility: seen }));
const anyRoom = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      seeks: tags,
      offers: tags,
      sentence: fc.constantFrom('', 'looking for jazz musicians', '找会计'),
      commons: fc.array(common, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((people) =>
    people.map(({ commons, ...goal }, at): MatchPerson => ({ id: `p${String(at).padStart(2, '0')}`, goal, commons })),
  );
const pairs = fc
  .array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 25 })
  .map((found) =>
    found.map(([a, b]): [string, string] => [`p${String(a).padStart(2, '0')}`, `p${String(b).padStart(2, '0')}`]),
  );
const anyOptions = fc.record({
  circle: pairs,
  excluded: pairs,
  present: fc.constant(['p01', 'p03']),
  exposure: fc.integer({ min: 2, max: 8 }),
});

const listsOf = (found: ReadonlyMap<string, readonly MatchSuggestion[]>) =>
  Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('in any room', () => {
  it('M3, M6, M7: at most five, never oneself, the excluded or who one knows, nobody on too many lists', () => {
    fc.assert(
      fc.property(anyRoom, anyOptions, (people, options) => {
        const found = suggestForAll(people, options);
        const exposure = new Map<string, number>();
        const never = [...options.circle, ...options.excluded].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]);
        for (const [reader, list] of found) {
          expect(list.length).toBeLessThanOrEqual(5);
          expect(new Set(ids(list)).size).toBe(list.length);
          for (const { personId } of list) {
            expect(personId).not.toBe(reader);
            expect(never).not.toContain(`${reader} ${personId}`);
            exposure.set(personId, (exposure.get(personId) ?? 0) + 1);
          }
        }
        expect(Math.max(0, ...exposure.values())).toBeLessThanOrEqual(options.exposure);
      }),
    );
  });

  it('M9: the order of the input makes no difference', () => {
    fc.assert(
      fc.property(anyRoom, anyOptions, (people, options) => {
        const backwards: MatchOptions = {
          ...options,
          circle: options.circle.map(([a, b]): [string, string] => [b, a]).reverse(),
          present: [...options.present].reverse(),
        };
        expect(listsOf(suggestForAll([...people].reverse(), backwards))).toEqual(
          listsOf(suggestForAll(people, options)),
        );
      }),
    );
  });

  it('M1, M8: evidence quotes both people, and is the same seen from the other side', () => {
    fc.assert(
      fc.property(anyRoom, (people) => {
        const found = suggestForAll(people, { exposure: 1000, limit: 1000 });
        const own = new Map(
          people.map(({ id, goal, commons }) => [
            id,
            [...(goal?.seeks ?? []), ...(goal?.offers ?? []), goal?.sentence, ...commons.map(({ value }) => value)],
          ]),
        );
        for (const [reader, list] of found) {
          for (const { personId, helpsMe, iHelp, commons } of list) {
            for (const words of [helpsMe, iHelp, ...commons].filter((said) => said !== null)) {
              expect(own.get(reader)).toContain(words.mine);
              expect(own.get(personId)).toContain(words.theirs);
            }
            const back = found.get(personId)?.find((entry) => entry.personId === reader);
            if (back === undefined) continue;
            expect(back.iHelp).toEqual(helpsMe && { mine: helpsMe.theirs, theirs: helpsMe.mine, as: helpsMe.as });
            expect(back.helpsMe).toEqual(iHelp && { mine: iHelp.theirs, theirs: iHelp.mine, as: iHelp.as });
          }
        }
      }),
    );
  });

  it('G3: what only introduced people or nobody may see has no influence', () => {
    fc.assert(
      fc.property(anyRoom, anyOptions, (people, options) => {
        const shown = people.map((one) => ({
          ...one,
          commons: one.commons.filter(({ visibility: seen }) => seen === 'everyone' || seen === 'suggested'),
        }));
        expect(listsOf(suggestForAll(people, options))).toEqual(listsOf(suggestForAll(shown, options)));
      }),
    );
  });

  it('M7: whoever fits anybody stands on a list and has one', () => {
    fc.assert(
      fc.property(anyRoom, (people) => {
        const free = suggestForAll(people, { exposure: 1000, limit: 1000 });
        const capped = suggestForAll(people);
        const shown = new Set([...capped.values()].flatMap(ids));
        const fitting = [...free]
          .filter(([, list]) => list.some(({ direction }) => direction !== 'common'))
          .map(([id]) => id);
        for (const id of fitting) expect([id, shown.has(id)]).toEqual([id, true]);
      }),
    );
  });
});

describe('M1: what a seeks and b offers', () => {
  it('both ways, one way and the other way round are told apart', () => {
    const people = [
      person('ann', ['accountant'], ['jazz lessons']),
      person('bo', ['爵士乐'], ['代理记账']),
      person('cy', [], ['bookkeeping']),
      person('di', ['jazz'], []),
    ];
    expect(of(people, 'ann').map(({ personId, direction }) => [personId, direction])).toEqual([
      ['bo', 'mutual'],
      ['cy', 'they-can-help'],
      ['di', 'you-can-help'],
    ]);
    expect(of(people, 'ann')[0]).toMatchObject({
      helpsMe: { mine: 'accountant', theirs: '代理记账', as: 'offer' },
      iHelp: { mine: 'jazz lessons', theirs: '爵士乐', as: 'offer' },
    });
  });

  it('free words that no vocabulary knows still meet', () => {
    const people = [
      person('a', ['ceramic kiln for rakugo'], []),
      person('b', [], ['a kiln, rakugo']),
      person('c', [], ['kites']),
    ];
    expect(ids(of(people, 'a'))).toEqual(['b']);
    expect(ids(of([person('a', ['榫卯'], []), person('b', [], ['榫卯木作'])], 'a'))).toEqual(['b']);
  });

  it('who looks for a job and who hires meet in what they look for', () => {
    const people = [
      person('job', ['product role'], [], {}, 'find-job'),
      person('boss', ['product managers'], [], {}, 'hire'),
      person('rival', ['product role'], ['product management'], {}, 'find-job'),
    ];
    expect(of(people, 'job').map(({ personId, direction }) => [personId, direction])).toEqual([['boss', 'mutual']]);
  });

  it('a language is exchanged by what is spoken and learnt', () => {
    const people = [
      person('mei', [], [], { speaks: '中文', learns: 'English' }, 'language-exchange'),
      person('tom', [], [], { speaks: 'English', learns: 'Mandarin' }, 'language-exchange'),
      person('eva', [], [], { speaks: 'Deutsch' }, 'hire'),
    ];
    expect(of(people, 'mei')).toMatchObject([
      { personId: 'tom', direction: 'mutual', helpsMe: { theirs: 'English', as: 'language' } },
    ]);
  });

  it('M3: nobody fits, nobody is suggested', () => {
    expect(of([person('a', ['jazz'], []), person('b', ['tax'], ['football'])], 'a')).toEqual([]);
    expect(suggestForAll([])).toEqual(new Map());
    expect(of([{ id: 'a', goal: null, commons: [] }], 'a')).toEqual([]);
  });
});

describe('M2: rare things count', () => {
  const crowd = Array.from({ length: 20 }, (_, at) => person(`z${at}`, [], [], { hometown: '福建福州' }, 'friends'));
  it('the same small town before the same province', () => {
    const people = [
      ...crowd,
      person('me', ['jazz'], [], { hometown: '福建泉州' }, 'friends'),
      person('same-town', [], ['jazz'], { hometown: 'Quanzhou' }),
      person('same-province', [], ['jazz'], { hometown: '福州' }),
      person('elsewhere', [], ['jazz'], { hometown: '北京' }),
    ];
    expect(ids(of(people, 'me')).slice(0, 1)).toEqual(['same-town']);
    expect(of(people, 'me')[0]?.commons).toEqual([
      { kind: 'hometown', mine: '福建泉州', theirs: 'Quanzhou', same: true },
    ]);
  });

  it('what the whole room shares is not said', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id, ['jazz'], ['jazz'], { speaks: 'English' }));
    expect(of(people, 'a').flatMap(({ commons }) => commons)).toEqual([]);
  });
});

describe('M4: the way out of the bubble', () => {
  const facts = { company: '字节', speaks: '中文' };
  const colleagues = Array.from({ length: 6 }, (_, at) => person(`c${at}`, ['jazz'], ['jazz', 'accountant'], facts));
  const me = person('me', ['jazz', 'accountant'], ['jazz'], { company: 'ByteDance', speaks: 'Mandarin' });
  const outsider = person('out', [], ['爵士乐'], { company: 'Siemens', speaks: 'Deutsch' });

  it('one of the five lies outside, though five inside fit better', () => {
    const list = of([...colleagues, me, outsider], 'me');
    expect(list.filter(({ bridge }) => bridge).map(({ personId }) => personId)).toEqual(['out']);
    expect(list).toHaveLength(5);
  });

  it('but not without any fit: a bridge is no filler', () => {
    const stranger = person('out', ['tax'], ['football'], { company: 'Siemens', speaks: 'Deutsch' });
    expect(ids(of([...colleagues, me, stranger], 'me'))).not.toContain('out');
  });

  it('nor through an acquaintance: then it is a warm path', () => {
    const circle: [string, string][] = [
      ['me', 'c0'],
      ['c0', 'out'],
    ];
    const entry = of([...colleagues, me, outsider], 'me', { circle, limit: 50 }).find(
      ({ personId }) => personId === 'out',
    );
    expect(entry).toMatchObject({ bridge: false, via: ['c0'] });
  });
});

describe('M5: a warm path', () => {
  const people = [
    person('me', ['tax'], []),
    person('cold', [], ['tax']),
    person('warm', [], ['tax']),
    person('x', [], []),
    person('y', [], []),
  ];
  const circle: [string, string][] = [
    ['me', 'x'],
    ['x', 'warm'],
    ['y', 'me'],
    ['warm', 'y'],
  ];
  it('raises, and names who could introduce, people in the room first', () => {
    const list = of(people, 'me', { circle, present: ['y'] });
    expect(list.map(({ personId, via }) => [personId, via])).toEqual([
      ['warm', ['y', 'x']],
      ['cold', []],
    ]);
    expect(ids(of(people, 'me'))).toEqual(['cold', 'warm']);
  });
});

it('M7: one whom everybody seeks is spread, and the rest still get somebody', () => {
  const seekers = Array.from({ length: 30 }, (_, at) =>
    person(`s${String(at).padStart(2, '0')}`, ['angel investor', 'jazz'], ['coffee']),
  );
  const people = [
    ...seekers,
    person('angel', [], ['天使投资']),
    ...Array.from({ length: 6 }, (_, at) => person(`j${at}`, ['coffee'], ['jazz'])),
  ];
  const found = suggestForAll(people);
  expect([...found.values()].flatMap(ids).filter((id) => id === 'angel')).toHaveLength(8);
  expect(seekers.filter(({ id }) => ids(found.get(id)).length === 0)).toEqual([]);
});

it('M10: a thousand people take about a second of computing', () => {
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const words = [
    ...TAGS,
    'backend',
    '物流',
    'visa advice',
    'photographer',
    'football',
    'VC',
    'designer',
    '翻译',
    'yoga',
    'climate',
  ];
  const people = Array.from({ length: 1000 }, (_, at) =>
    person(`p${at}`, [pick(words, at), pick(words, at * 7 + 3)], [pick(words, at * 5 + 1), pick(words, at * 3 + 2)], {
      hometown: pick(['泉州', '温州', '成都', 'Lagos', 'Lyon'], at * 11),
      company: `company ${at % 97}`,
      speaks: pick(['中文', 'English'], at),
    }),
  );
  const before = process.cpuUsage();
  const found = suggestForAll(people);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(20_000);
  expect([...found.values()].every((list) => list.length > 0)).toBe(true);
});
