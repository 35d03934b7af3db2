import edmondsBlossom from 'edmonds-blossom';
import {
  bySubsets,
  graphOfInstance,
  type Instance,
  instances,
  type Optimum,
} from '../../../../test/pairing/instances.js';
import { flawIn } from './certificate.js';
import { maximumMatching } from './maximum-matching.js';

const named = (instance: Instance) => `${instance.name}, ${instance.size}: ${JSON.stringify(instance.edges)}`;

/** Solves, checks the certificate with the separate verifier, and compares with what somebody else found. */
function compare(instance: Instance, cardinality: boolean, { weight, pairs }: Optimum): void {
  const graph = graphOfInstance(instance);
  const matching = maximumMatching(graph, cardinality);
  const flaw = flawIn(graph, matching.mate, matching.certificate, cardinality);
  if (flaw !== undefined || matching.weight !== weight || (cardinality && matching.pairs !== pairs))
    throw new Error(`${flaw ?? `${matching.weight} instead of ${weight}`} in ${named(instance)}`);
}

function byEdmondsBlossom({ edges }: Instance, cardinality: boolean): Optimum {
  const weights = new Map(
    edges.map(([one, other, weight]) => [`${Math.min(one, other)} ${Math.max(one, other)}`, weight]),
  );
  const pairs = edmondsBlossom(edges, cardinality).flatMap((other, one) => (one < other ? [`${one} ${other}`] : []));
  return { weight: pairs.reduce((sum, pair) => sum + (weights.get(pair) ?? Number.NaN), 0), pairs: pairs.length };
}

describe('R2: the heaviest matching', () => {
  it.each([false, true])('equals the best of all subsets on 540 small graphs (most pairs first: %s)', (cardinality) => {
    for (const instance of instances(60, 12, 11)) compare(instance, cardinality, bySubsets(instance, cardinality));
  });

  it.each([false, true])('equals it on 18 graphs of up to 16 (most pairs first: %s)', (cardinality) => {
    for (const instance of instances(2, 16, 12)) compare(instance, cardinality, bySubsets(instance, cardinality));
  });

  it.each([false, true])('equals edmonds-blossom on graphs of up to 200 (most pairs first: %s)', (cardinality) => {
    for (const instance of instances(6, 200, 13).filter(({ edges }) => edges.length > 0))
      compare(instance, cardinality, byEdmondsBlossom(instance, cardinality));
  });

  it('proves itself on larger graphs, with blossoms that open again', () => {
    let sets = 0;
    for (const instance of instances(8, 400, 14).filter(({ name }) => name !== 'complete')) {
      const graph = graphOfInstance(instance);
      for (const cardinality of [false, true]) {
        const { mate, certificate } = maximumMatching(graph, cardinality);
        expect(flawIn(graph, mate, certificate, cardinality)).toBeUndefined();
        sets += certificate.oddSets.length;
      }
    }
    expect(sets).toBeGreaterThan(500);
  });

  it('is the same for every order of the edges', () => {
    for (const instance of instances(3, 60, 15)) {
      const turned = instance.edges.map(([one, other, weight]) => [other, one, weight] as const).reverse();
      const [one, other] = [instance, { ...instance, edges: turned }].map((each) =>
        maximumMatching(graphOfInstance(each), true),
      );
      expect(other).toEqual(one);
    }
  });

  it('has nothing to do without edges', () => {
    for (const size of [0, 1, 2, 5]) {
      const { mate, weight, pairs } = maximumMatching(graphOfInstance({ name: 'empty', size, edges: [] }), true);
      expect({ mate: [...mate], weight, pairs }).toEqual({ mate: new Array(size).fill(-1), weight: 0, pairs: 0 });
    }
  });

  it('takes the heaviest of parallel edges and no loop', () => {
    const instance = {
      name: 'parallel',
      size: 2,
      edges: [
        [0, 1, 3],
        [1, 0, 7],
        [0, 1, 5],
        [1, 1, 100],
      ] as const,
    };
    expect(maximumMatching(graphOfInstance(instance), false).weight).toBe(7);
  });
});

describe('the verifier refuses', () => {
  const instance = instances(1, 60, 21).find(({ name }) => name === 'nested') as Instance;
  const graph = graphOfInstance(instance);
  const { mate, certificate } = maximumMatching(graph, true);
  const matched = mate.findIndex((partner) => partner >= 0);
  const copy = () => ({ ...certificate, vertices: certificate.vertices.slice() });

  it('nothing that is right, and it has odd sets to look at', () => {
    expect(flawIn(graph, mate, certificate, true)).toBeUndefined();
    expect(certificate.oddSets.length).toBeGreaterThan(0);
  });

  it('a matching with a pair less', () => {
    const less = mate.slice();
    less[mate[matched] ?? 0] = -1;
    less[matched] = -1;
    expect(flawIn(graph, less, certificate, true)).toMatch(/exposed/);
  });

  it('a pair that is no edge, and a mate who has another one', () => {
    const wrong = mate.slice();
    wrong[matched] = mate.findIndex((_, vertex) => vertex !== matched && vertex !== mate[matched]);
    expect(flawIn(graph, wrong, certificate, true)).toMatch(/mate/);
  });

  it('a dual that is too small, too large, below zero or broken', () => {
    for (const [change, flaw] of [
      [-1, /not covered/],
      [1, /not tight/],
      [-1e12, /is -/],
      [0.5, /is /],
    ] as const) {
      const other = copy();
      other.vertices[matched] = (other.vertices[matched] ?? 0) + change;
      expect(flawIn(graph, mate, other, true)).toMatch(flaw);
    }
  });

  it('sets that are even, cross each other or are not full', () => {
    const sets = (...vertices: number[][]) => ({
      ...certificate,
      oddSets: vertices.map((each) => ({ vertices: Int32Array.from(each), dual: 2 })),
    });
    expect(flawIn(graph, mate, sets([0, 1]), true)).toMatch(/not odd/);
    expect(flawIn(graph, mate, sets([0, 1, 2], [2, 3, 4]), true)).toMatch(/cross/);
    expect(flawIn(graph, mate, { ...certificate, oddSets: [] }, true)).toMatch(/not covered/);
  });

  it('a shift under which one pair more might weigh less', () => {
    expect(flawIn(graph, mate, { ...certificate, shift: 1 }, true)).toMatch(/one edge more/);
    expect(flawIn(graph, mate, certificate, false)).toMatch(/shifted/);
  });
});
