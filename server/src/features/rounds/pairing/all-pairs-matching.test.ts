import {
  graphOfInstance,
  type Instance,
  instances,
  numbersFrom,
  type WeightedEdge,
} from '../../../../test/pairing/instances.js';
import { allPairsMatching } from './all-pairs-matching.js';
import { flawIn } from './certificate.js';

/** Some pairs of an instance are barred instead, all others are edges of weight 0: the whole graph, and what the solver is told of it. */
function wholeOf({ name, size, edges }: Instance, seed: number) {
  const below = numbersFrom(seed);
  const barred = edges.filter(() => below(5) === 0);
  const listed = edges.filter((edge) => !barred.includes(edge));
  const known = new Set(edges.flatMap(([one, other]) => [one * size + other, other * size + one]));
  const others: WeightedEdge[] = [];
  for (let one = 0; one < size; one += 1)
    for (let other = 0; other < one; other += 1) if (!known.has(one * size + other)) others.push([one, other, 0]);
  return {
    whole: graphOfInstance({ name, size, edges: [...listed, ...others] }),
    pairs: {
      listed: graphOfInstance({ name, size, edges: listed }),
      barred: graphOfInstance({ name, size, edges: barred }),
    },
  };
}

describe('R2: the heaviest of all pairs, from a few', () => {
  it('is proven over every pair of 162 rooms, whoever is barred', () => {
    for (const [at, instance] of instances(18, 90, 31).entries()) {
      const { whole, pairs } = wholeOf(instance, at);
      const { mate, certificate } = allPairsMatching(pairs);
      expect(flawIn(whole, mate, certificate, true)).toBeUndefined();
    }
  });

  it('is found although the heaviest pairs of all are those of a few', () => {
    const size = 60;
    const edges = Array.from(
      { length: size * 4 },
      (_, at): WeightedEdge => [at % 4, 4 + ((at >> 2) % 56), 500 + (at % 7)],
    );
    const { whole, pairs } = wholeOf({ name: 'stars', size, edges: edges.filter(([one, other]) => one !== other) }, 1);
    const { mate, pairs: count, certificate } = allPairsMatching(pairs);
    expect(count).toBe(size / 2);
    expect(flawIn(whole, mate, certificate, true)).toBeUndefined();
  });
});
