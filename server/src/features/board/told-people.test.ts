import type { BoardChange, BoardNews, BoardPerson, Presence } from '@teabreak/shared';
import fc from 'fast-check';
import { ToldPeople } from './told-people.js';

function person(id: string, presence: Presence, headline = ''): BoardPerson {
  return { id, name: id, headline, goal: null, languages: [], presence, placeId: null, search: id };
}
const put = (version: number, who: BoardPerson): BoardChange => ({ version, kind: 'put', person: who });
const moved = (version: number, id: string, presence: Presence): BoardNews => ({
  version,
  kind: 'moved',
  id,
  presence,
  placeId: null,
});

describe('B3: a live batch', () => {
  it('tells who is told already by where they are only', () => {
    const told = new ToldPeople();
    expect(told.shorten([put(1, person('a', 'free'))])).toEqual([put(1, person('a', 'free'))]);
    expect(told.shorten([put(2, person('a', 'talking')), put(3, person('b', 'free'))])).toEqual([
      moved(2, 'a', 'talking'),
      put(3, person('b', 'free')),
    ]);
    expect(told.shorten([put(4, person('a', 'free', 'New headline'))])).toEqual([
      put(4, person('a', 'free', 'New headline')),
    ]);
  });

  it('tells whole who looked otherwise in between, left, or may have changed unseen', () => {
    const told = new ToldPeople();
    const whole = (version: number) => put(version, person('a', 'free'));
    told.shorten([whole(1)]);
    expect(told.shorten([put(2, person('a', 'free', 'x')), whole(3)])).toEqual([whole(3)]);
    expect(told.shorten([{ version: 4, kind: 'removed', id: 'a' }, whole(5)])).toEqual([whole(5)]);
    told.forget();
    expect(told.shorten([whole(6)])).toEqual([whole(6)]);
  });

  it('makes the same board of it, wherever in between a phone comes from', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b'),
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
function apply(board: ReadonlyMap<string, BoardPerson> | undefined, from: number, news: readonly BoardNews[]) {
  const people = new Map(board);
  for (const change of news) {
    if (change.version <= from) continue;
    if (change.kind === 'put') people.set(change.person.id, change.person);
    else if (change.kind === 'removed') people.delete(change.id);
    else {
      const { id, presence, placeId } = change;
      people.set(id, { ...(people.get(id) as BoardPerson), presence, placeId });
    }
  }
  return people;
}
const sorted = (people: ReadonlyMap<string, BoardPerson> | undefined) => [...(people ?? [])].sort();
