import type { BoardChange, BoardNews, BoardPerson } from '@teabreak/shared';
import { applyBatch, type BoardState, fromSnapshot } from './board-state.js';

const person = (id: string, presence: BoardPerson['presence'] = 'free'): BoardPerson => ({
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
const start = (): BoardState =>
  fromSnapshot({ eventId: 'e', version: 3, people: [person('a'), person('b')], at: 't3' });

describe('board state', () => {
  it('B3: takes what follows its version', () => {
    const next = applyBatch(
      start(),
      { since: 3, version: 5, changes: [put(4, person('a', 'away')), { version: 5, kind: 'removed', id: 'b' }] },
      't5',
    );
    expect(next).toMatchObject({ version: 5, at: 't5' });
    expect([...(next as BoardState).people.values()].map((who) => [who.id, who.presence])).toEqual([['a', 'away']]);
  });

  it('B3: moves who is known, and keeps the rest of them', () => {
    const changes: BoardNews[] = [{ version: 4, kind: 'moved', id: 'a', presence: 'at-place', placeId: 'p' }];
    const next = applyBatch(start(), { since: 3, version: 4, changes }, 't4') as BoardState;
    expect(next.people.get('a')).toEqual({ ...person('a', 'at-place'), placeId: 'p' });
    expect([...next.people.keys()]).toEqual(['a', 'b']);
  });

  it('B3: says that something is missing instead of skipping it', () => {
    expect(applyBatch(start(), { since: 4, version: 5, changes: [put(5, person('a'))] }, 't5')).toBe('gap');
  });

  it('B3: what arrives twice or late changes nothing', () => {
    const state = start();
    expect(applyBatch(state, { since: 1, version: 3, changes: [put(2, person('a', 'away'))] }, 't')).toBe(state);
    const overlapping = applyBatch(
      state,
      { since: 2, version: 4, changes: [put(3, person('a', 'away')), put(4, person('c'))] },
      't4',
    );
    expect((overlapping as BoardState).people.get('a')?.presence).toBe('free');
    expect((overlapping as BoardState).people.has('c')).toBe(true);
  });
});
