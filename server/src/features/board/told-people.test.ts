import type { BoardChange, BoardPerson, Presence } from '@teabreak/shared';
import fc from 'fast-check';
import { type Told, ToldPeople } from './told-people.js';

function person(id: string, presence: Presence, headline = ''): BoardPerson {
  return { id, name: id, headline, goal: null, languages: [], presence, placeId: null, search: id };
}
const put = (version: number, who: BoardPerson): BoardChange => ({ version, kind: 'put', person: who });
/** All of it by name: nobody has only moved. */
const whole = (...changes: BoardChange[]) => ({ changes, moved: [] });
const [A, B] = ['0b6f3c1e-6b52-4d0f-9a44-0c7f6f6f0a02', '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01'];

describe('B3: a live batch', () => {
  it('tells who is told already by where they are only', () => {
    const told = new ToldPeople();
    expect(told.shorten([put(1, person(A, 'free'))])).toEqual(whole(put(1, person(A, 'free'))));
    expect(told.shorten([put(2, person(A, 'talking')), put(3, person(B, 'free'))])).toEqual({
      changes: [put(3, person(B, 'free'))],
      moved: [person(A, 'talking')],
    });
    expect(told.shorten([put(4, person(A, 'free', 'New headline'))])).toEqual(
      whole(put(4, person(A, 'free', 'New headline'))),
    );
  });

  it('tells whole who looked otherwise in between, left, or may have changed unseen', () => {
    const told = new ToldPeople();
    const free = (version: number) => put(version, person(A, 'free'));
    told.shorten([free(1)]);
    expect(told.shorten([put(2, person(A, 'free', 'x')), free(3)])).toEqual(whole(free(3)));
    expect(told.shorten([{ version: 4, kind: 'removed', id: A }, free(5)])).toEqual(whole(free(5)));
    told.forget();
    expect(told.shorten([free(6)])).toEqual(whole(free(6)));
  });

  it('makes the same board of it, wherever in between a phone comes from', () => {
    const change = fc.record({
      id: fc.constantFrom(A, B),
      presence: fc.constantFrom<(Presence | null)[]>('free', 'talking', null),
      headline: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (batches) => {
        const told = new ToldPeople();
        /** The true board at each version, which a phone may have fetched. */
        const boards = [new Map<string, BoardPerson>()];
        for (const batch of batches) {
          const since = boards.length - 1;
          const changes = batch.map(({ id, presence, headline }): BoardChange => {
            const board = new Map(boards.at(-1));
            const version = boards.push(board) - 1;
            if (presence === null) board.delete(id);
            else board.set(id, person(id, presence, headline));
            return presence === null ? { version, kind: 'removed', id } : put(version, person(id, presence, headline));
          });
          const news = told.shorten(changes);
          for (let from = since; from < boards.length; from += 1)
            expect(sorted(apply(boards[from], from, news))).toEqual(sorted(boards.at(-1)));
        }
      }),
    );
  });
});

/** As every phone does it. */
function apply(board: ReadonlyMap<string, BoardPerson> | undefined, from: number, { changes, moved }: Told) {
  const people = new Map(board);
  for (const change of changes) {
    if (change.version <= from) continue;
    if (change.kind === 'put') people.set(change.person.id, change.person);
    else people.delete(change.id);
  }
  for (const { id, presence, placeId } of moved)
    people.set(id, { ...(people.get(id) as BoardPerson), presence, placeId });
  return people;
}
const sorted = (people: ReadonlyMap<string, BoardPerson> | undefined) => [...(people ?? [])].sort();
