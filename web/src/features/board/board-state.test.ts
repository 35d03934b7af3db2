import type { BoardChange, BoardPerson, Presence } from '@teabreak/shared';
import { packBlock, packMoves } from '@teabreak/shared/board-pack';
import { readBoard } from './board-load.js';
import { BoardState } from './board-state.js';

const person = (id: string, presence: Presence = 'free'): BoardPerson => ({
  id,
  name: id,
  headline: '',
  goal: null,
  languages: [],
  presence,
  placeId: null,
  search: id,
});
const put = (version: number, who: BoardPerson): BoardChange => ({ version, kind: 'put', person: who });
const start = () => new BoardState({ eventId: 'e', version: 3, people: [person('a'), person('b')], at: 3 });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('board state', () => {
  it('B3: takes what follows its version', () => {
    const board = start();
    const changes: BoardChange[] = [put(4, person('a', 'away')), { version: 5, kind: 'removed', id: 'b' }];
    expect(board.take({ since: 3, version: 5, changes, moved: {} }, 5)).toBe(true);
    expect(board).toMatchObject({ version: 5, at: 5, byName: ['a'], behind: false });
    expect([...board.people.values()].map((who) => [who.id, who.presence])).toEqual([['a', 'away']]);
  });

  it('B3: who only moved is told in a few letters, and keeps the rest', () => {
    const [one, other] = ['00000000-0000-4000-8000-00000000000a', 'ffffffff-ffff-4fff-bfff-ffffffffffff'] as const;
    const people = [person(one), person(other), person('c')];
    const board = new BoardState({ eventId: 'e', version: 3, people, at: 3 });
    const moves = [
      { id: one, presence: 'away' as const, placeId: null },
      { id: other, presence: 'at-place' as const, placeId: 'p' },
    ];
    const moved = packMoves(moves);
    expect(JSON.stringify(moved).length).toBeLessThan(80);
    board.take({ since: 3, version: 9, changes: [{ version: 8, kind: 'removed', id: 'c' }], moved }, 9);
    expect(board).toMatchObject({ version: 9, byName: [one, other] });
    expect([...board.people.values()]).toEqual([
      { ...people[0], ...moves[0] },
      { ...people[1], ...moves[1] },
    ]);
    // As of a version that was passed meanwhile.
    board.take({ since: 3, version: 8, changes: [], moved: packMoves([{ ...moves[0]!, presence: 'free' }]) }, 8);
    expect(board.people.get(one)?.presence).toBe('away');
  });

  it('B3: says that something is missing instead of skipping it, until all of it has come', () => {
    const board = start();
    expect(board.take({ since: 6, version: 7, changes: [put(7, person('a'))], moved: {} }, 7)).toBe(false);
    expect(board).toMatchObject({ version: 3, at: 3, behind: true });
    // The answer was on its way before the last of it happened.
    expect(board.take({ since: 3, version: 6, changes: [put(6, person('c'))], moved: {} }, 6)).toBe(false);
    expect(board.take({ since: 6, version: 7, changes: [put(7, person('a', 'away'))], moved: {} }, 7)).toBe(true);
    expect(board.people.get('a')?.presence).toBe('away');
  });

  it('B3: what arrives twice or late changes nothing', () => {
    const board = start();
    expect(board.take({ since: 1, version: 3, changes: [put(2, person('a', 'away'))], moved: {} }, 2)).toBe(true);
    board.take({ since: 2, version: 4, changes: [put(3, person('a', 'away')), put(4, person('c'))], moved: {} }, 4);
    expect(board.people.get('a')?.presence).toBe('free');
    expect(board.byName).toEqual(['a', 'b', 'c']);
  });

  it('B5: tells once per frame, and of every person only who shows them', async () => {
    const board = start();
    const heard: string[][] = [];
    const seen: string[] = [];
    board.subscribe((ids) => heard.push([...ids]));
    const stop = board.watch('a', () => seen.push('a'));
    board.watch('b', () => seen.push('b'));
    board.take({ since: 3, version: 4, changes: [put(4, person('a', 'away'))], moved: {} }, 4);
    board.take({ since: 4, version: 5, changes: [put(5, person('a', 'talking')), put(5, person('c'))], moved: {} }, 5);
    await frame();
    expect([heard, seen]).toEqual([[['a', 'c']], ['a']]);
    stop();
    board.take({ since: 5, version: 6, changes: [put(6, person('a'))], moved: {} }, 6);
    await frame();
    expect(seen).toEqual(['a']);
  });

  it('keeps the order of names through renames, arrivals and departures', () => {
    const board = start();
    const changes: BoardChange[] = [
      put(4, { ...person('b'), name: '0' }),
      put(5, person('aa')),
      { version: 6, kind: 'removed', id: 'a' },
      put(7, { ...person('z'), name: 'aa' }),
    ];
    board.take({ since: 3, version: 7, changes, moved: {} }, 7);
    expect(board.byName).toEqual(['b', 'aa', 'z']);
  });

  it.each([0, 1, 3, 2000])('B5: reads a board of %i people piece by piece', async (count) => {
    const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const goal = { kind: 'hire' as const, seeks: ['Go'], offers: [], sentence: 'a line\n]\nbreak ' };
    const people = Array.from({ length: count }, (_, at) => ({
      ...person(id(at), at % 2 ? 'at-place' : 'free'),
      ...{ goal: at % 3 ? goal : null, placeId: at % 2 ? id(7) : null, languages: at % 5 ? ['中文'] : [] },
    }));
    const head = { eventId: 'e', version: 7, at: '2026-06-01T10:00:00.000Z', audience: 'x', count };
    const blocks = [people.slice(0, 900), people.slice(900)].filter((block) => block.length > 0);
    const lines = [head, ...blocks.map((block) => packBlock(block, ({ search }) => search))];
    const board = await readBoard(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect([...board.people.values()]).toEqual(people);
    expect([board.version, board.at, board.audience]).toEqual([7, Date.parse('2026-06-01T10:00:00Z'), 'x']);
  });
});
