import fc from 'fast-check';
import { AcquaintanceGraph, longPathWeight, type NumberedTie, pathWeight, type Way } from './acquaintance-graph.js';

const PEOPLE = 12;
const ties = fc
  .uniqueArray(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), fc.integer({ min: 1, max: 9 })), {
    maxLength: 40,
    selector: ([one, other]) => Math.min(one, other) * PEOPLE + Math.max(one, other),
  })
  .map((all): NumberedTie[] => all.filter(([one, other]) => one !== other));
const everybody = Array.from({ length: PEOPLE }, (_, person) => person);

/** All paths, one by one. */
function plainBest(all: readonly NumberedTie[], from: number, to: number): Way | null {
  const tie = (one: number, other: number) =>
    all.find(([a, b]) => (a === one && b === other) || (a === other && b === one))?.[2] ?? 0;
  const between = everybody.filter((person) => person !== from && person !== to);
  const one = between.flatMap((first) =>
    tie(from, first) && tie(first, to)
      ? [{ first, second: -1, weight: pathWeight(tie(from, first), tie(first, to)) }]
      : [],
  );
  const two = between.flatMap((first) =>
    between.flatMap((second) =>
      tie(from, first) && tie(first, second) && tie(second, to)
        ? [{ first, second, weight: longPathWeight(tie(from, first), tie(first, second), tie(second, to)) }]
        : [],
    ),
  );
  const best = (ways: Way[]) =>
    ways.sort((a, b) => b.weight - a.weight || a.first - b.first || a.second - b.second)[0] ?? null;
  return one.length > 0 ? best(one) : best(two);
}

describe('M5: ways from one person to another', () => {
  it('finds what looking at every path finds, over one person or two, the strongest', () => {
    fc.assert(
      fc.property(ties, fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), (all, from, to) => {
        fc.pre(from !== to);
        const graph = new AcquaintanceGraph(PEOPLE, all);
        // Who knows the other one asks nobody.
        fc.pre(graph.tie(from, to) === 0);
        expect(graph.best(from, to)).toEqual(plainBest(all, from, to));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows each tie from both sides, and the strength of it', () => {
    const graph = new AcquaintanceGraph(4, [
      [0, 1, 5],
      [3, 0, 2],
    ]);
    expect([graph.tie(0, 1), graph.tie(1, 0), graph.tie(0, 3), graph.tie(1, 3), graph.tie(2, 0)]).toEqual([
      5, 5, 2, 0, 0,
    ]);
  });

  it('a path is as good as its weakest tie', () => {
    const graph = new AcquaintanceGraph(4, [
      [0, 1, 9],
      [1, 3, 1],
      [0, 2, 2],
      [2, 3, 2],
    ]);
    expect(graph.best(0, 3)?.first).toBe(2);
  });

  it('between given ends: the best second for each first', () => {
    const graph = new AcquaintanceGraph(5, [
      [0, 2, 3],
      [0, 3, 4],
      [1, 4, 9],
    ]);
    const firsts = [0, 1].map((person) => ({ person, strength: 5 }));
    const seconds = [2, 3].map((person) => ({ person, strength: 5 }));
    expect(graph.between(firsts, seconds)).toEqual([{ first: 0, second: 3, weight: longPathWeight(5, 4, 5) }]);
  });
});
