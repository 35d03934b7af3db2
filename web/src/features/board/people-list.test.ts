import type { BoardChange, BoardPerson, Presence } from '@teabreak/shared';
import { BoardCounts } from './board-counts.js';
import { type BoardFilter, NO_FILTER } from './board-filter.js';
import { BoardState } from './board-state.js';
import { compareNames } from './name-order.js';
import { PeopleList } from './people-list.js';

const { jest } = import.meta;

const PRESENCES: readonly Presence[] = ['free', 'talking', 'at-place', 'away'];
const NAMES = ['李明辉', '王芳', 'Ada', 'ada', 'Zoë', '曾静', 'Bo'];
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Repeatable chance. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function someone(id: string, roll: (sides: number) => number): BoardPerson {
  const name = NAMES[roll(NAMES.length)] ?? '';
  const goal = { kind: 'hire' as const, seeks: ['Go'], offers: [roll(2) ? 'tea' : 'Tea'], sentence: '' };
  return {
    ...{ id, name, headline: '', placeId: null, search: name.toLowerCase() },
    ...{ goal: roll(3) ? goal : null, languages: roll(2) ? ['English'] : ['中文', 'English'] },
    presence: PRESENCES[roll(4)] ?? 'free',
  };
}

const person = (id: string, rest: Partial<BoardPerson> = {}): BoardPerson => ({
  ...{ id, name: id, headline: '', goal: null, languages: [], presence: 'free', placeId: null, search: id },
  ...rest,
});

describe('people list', () => {
  it('B3: a row stays where it is while its person goes from free to talking', async () => {
    const board = new BoardState({ eventId: 'e', version: 1, people: [person('a'), person('b')], at: 0 });
    const list = new PeopleList({ board, filter: NO_FILTER, relations: {}, me: null });
    list.subscribe(() => {});
    const changes: BoardChange[] = [
      { version: 2, kind: 'put', person: person('a', { presence: 'away' }) },
      { version: 3, kind: 'put', person: person('c', { presence: 'talking' }) },
    ];
    board.take({ since: 1, version: 3, changes, moved: {} }, 3);
    await frame();
    expect(list.lines.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    // The same look with other relations moves nothing either; another filter is a new look.
    const question = { board, relations: {}, me: null };
    expect(new PeopleList({ ...question, filter: NO_FILTER }, list).lines.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const anew = new PeopleList({ ...question, filter: { ...NO_FILTER } }, list);
    expect(anew.lines.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('says nothing to anybody where nobody comes or goes', async () => {
    const board = new BoardState({ eventId: 'e', version: 1, people: [person('a'), person('b')], at: 0 });
    const list = new PeopleList({ board, filter: NO_FILTER, relations: {}, me: null });
    let told = 0;
    list.subscribe(() => {
      told += 1;
    });
    const before = list.snapshot();
    board.take(
      {
        since: 1,
        version: 2,
        changes: [{ version: 2, kind: 'put', person: person('a', { presence: 'away' }) }],
        moved: {},
      },
      2,
    );
    await frame();
    expect([told, list.snapshot()]).toEqual([0, before]);
  });

  it.each([1, 2, 3, 4, 5])(
    'B5: what is kept up change by change is what one would see afresh (history %i)',
    async (seed) => {
      const roll = dice(seed);
      const people = Array.from({ length: 60 }, (_, at) => someone(`p${at}`, roll)).sort(compareNames);
      const board = new BoardState({ eventId: 'e', version: 0, people, at: 0 });
      const filters: BoardFilter[] = [
        NO_FILTER,
        { ...NO_FILTER, freeNow: true },
        { ...NO_FILTER, query: 'ada' },
        { ...NO_FILTER, tag: 'tea' },
      ];
      const lists = filters.map((filter) => new PeopleList({ board, filter, relations: {}, me: 'p5' }));
      const counts = new BoardCounts(board, 'p5');
      const stops = [...lists, counts].map((one) => one.subscribe(() => {}));
      // Counted in slices as small as can be, between which history goes on.
      if (seed % 2) {
        let now = 0;
        jest.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
        void counts.choose();
      }
      for (let version = 1; version <= 150; version += 1) {
        const id = `p${roll(80)}`;
        const known = board.people.get(id);
        const change: BoardChange =
          known && roll(3) === 0
            ? { version, kind: 'removed', id }
            : known && roll(2)
              ? { version, kind: 'put', person: { ...known, presence: PRESENCES[roll(4)] ?? 'free' } }
              : { version, kind: 'put', person: someone(id, roll) };
        board.take({ since: version - 1, version, changes: [change], moved: {} }, version);
        if (roll(4) === 0) await frame();
      }
      await frame();
      const now = [...board.people.values()].sort(compareNames);
      const afresh = new BoardState({ eventId: 'e', version: 150, people: now, at: 0 });
      expect(board.byName).toEqual(afresh.byName);
      jest.restoreAllMocks();
      await counts.choose();
      const { total, free, languages, tags } = counts.snapshot();
      for (const stop of stops) stop();
      const again = new BoardCounts(afresh, 'p5');
      await again.choose();
      const recounted = again.snapshot();
      expect({ total, free, languages }).toEqual({
        total: recounted.total,
        free: recounted.free,
        languages: recounted.languages,
      });
      expect(tags.map(({ key }) => key).sort()).toEqual(recounted.tags.map(({ key }) => key).sort());
      for (const { filter, lines } of lists) {
        const fresh = new PeopleList({ board: afresh, filter, relations: {}, me: 'p5' }).lines;
        expect(lines.map(({ id }) => id).sort()).toEqual(fresh.map(({ id }) => id).sort());
        const sorted = [...lines].sort(
          (a, b) => a.rank - b.rank || afresh.byName.indexOf(a.id) - afresh.byName.indexOf(b.id),
        );
        expect(lines).toEqual(sorted);
      }
    },
  );
});
