import type { BoardChange, BoardNews, BoardPerson, Presence } from '@teabreak/shared';
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
const start = () => new BoardState({ eventId: 'e', version: 3, people: [person('b'), person('a')], at: 3 });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('board state', () => {
  it('B3: takes what follows its version', () => {
    const board = start();
    const changes: BoardNews[] = [put(4, person('a', 'away')), { version: 5, kind: 'removed', id: 'b' }];
    expect(board.take({ since: 3, version: 5, changes }, 5)).toBe(true);
    expect(board).toMatchObject({ version: 5, at: 5, byName: ['a'], behind: false });
    expect([...board.people.values()].map((who) => [who.id, who.presence])).toEqual([['a', 'away']]);
  });

  it('B3: moves who is known, and keeps the rest of them', () => {
    const board = start();
    board.take(
      { since: 3, version: 4, changes: [{ version: 4, kind: 'moved', id: 'a', presence: 'at-place', placeId: 'p' }] },
      4,
    );
    expect(board.people.get('a')).toEqual({ ...person('a', 'at-place'), placeId: 'p' });
    expect(board.byName).toEqual(['a', 'b']);
  });

  it('B3: says that something is missing instead of skipping it, until all of it has come', () => {
    const board = start();
    expect(board.take({ since: 6, version: 7, changes: [put(7, person('a'))] }, 7)).toBe(false);
    expect(board).toMatchObject({ version: 3, at: 3, behind: true });
    // The answer was on its way before the last of it happened.
    expect(board.take({ since: 3, version: 6, changes: [put(6, person('c'))] }, 6)).toBe(false);
    expect(board.take({ since: 6, version: 7, changes: [put(7, person('a', 'away'))] }, 7)).toBe(true);
    expect(board.people.get('a')?.presence).toBe('away');
  });

  it('B3: what arrives twice or late changes nothing', () => {
    const board = start();
    expect(board.take({ since: 1, version: 3, changes: [put(2, person('a', 'away'))] }, 2)).toBe(true);
    board.take({ since: 2, version: 4, changes: [put(3, person('a', 'away')), put(4, person('c'))] }, 4);
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
    board.take({ since: 3, version: 4, changes: [put(4, person('a', 'away'))] }, 4);
    board.take({ since: 4, version: 5, changes: [put(5, person('a', 'talking')), put(5, person('c'))] }, 5);
    await frame();
    expect([heard, seen]).toEqual([[['a', 'c']], ['a']]);
    stop();
    board.take({ since: 5, version: 6, changes: [put(6, person('a'))] }, 6);
    await frame();
    expect(seen).toEqual(['a']);
  });

  it('keeps the order of names through renames, arrivals and departures', () => {
    const board = start();
    const changes: BoardNews[] = [
      put(4, { ...person('b'), name: '0' }),
      put(5, person('aa')),
      { version: 6, kind: 'removed', id: 'a' },
      put(7, { ...person('z'), name: 'aa' }),
    ];
    board.take({ since: 3, version: 7, changes }, 7);
    expect(board.byName).toEqual(['b', 'aa', 'z']);
  });

  it.each([0, 1, 3, 2000])('B5: reads a board of %i people piece by piece, the same as at one go', async (count) => {
    const people = Array.from({ length: count }, (_, at) => ({
      ...person(`p${at}`),
      headline: 'a line\n]\nbreak '.repeat(9),
    }));
    const head = `{"eventId":"e","version":7,"at":"2026-06-01T10:00:00.000Z","people":[`;
    const lines = people.map((who) => JSON.stringify(who));
    const [sliced, plain] = await Promise.all([
      readBoard(`${head}\n${lines.join(',\n')}\n]}`),
      readBoard(`${head}${lines.join(',')}]}`),
    ]);
    expect(sliced.people).toEqual(plain.people);
    expect([sliced.version, sliced.at, sliced.people.size]).toEqual([7, Date.parse('2026-06-01T10:00:00Z'), count]);
  });
});
