import { readFileSync } from 'node:fs';
import { type LabelledPerson, measure, ours } from './evaluation.js';
import { anybody, sameTags, wordCosine } from './evaluation-baselines.js';

const room = JSON.parse(readFileSync(new URL('../../../test/fixtures/match-eval.json', import.meta.url), 'utf8')) as {
  people: LabelledPerson[];
};

describe('M9: measured on a labelled room', () => {
  const capped = measure(room.people, ours(room.people));
  const free = measure(room.people, ours(room.people, { exposure: Number.POSITIVE_INFINITY }));
  const baseline = measure(room.people, sameTags(room.people));

  it('better than the same words on both sides, and than chance', () => {
    expect(free.ndcg).toBeGreaterThanOrEqual(0.9);
    expect(capped.ndcg).toBeGreaterThanOrEqual(0.85);
    expect(capped.ndcg).toBeGreaterThan(1.5 * baseline.ndcg);
    expect(capped.ndcg).toBeGreaterThan(1.5 * measure(room.people, wordCosine(room.people)).ndcg);
    expect(measure(room.people, anybody(room.people)).ndcg).toBeLessThan(0.2);
  });

  it('M7: everybody with anybody relevant is served and shown, nobody on more than eight lists', () => {
    expect(capped).toMatchObject({ served: 1, shown: 1 });
    expect(capped.mostExposed).toBeLessThanOrEqual(8);
    expect(capped.gini).toBeLessThan(free.gini);
  });
});

describe('the measure itself', () => {
  const people: LabelledPerson[] = [
    { id: 'a', seeks: [], offers: [], relevant: { b: 2, c: 1 } },
    { id: 'b', seeks: [], offers: [], relevant: { a: 2 } },
    { id: 'c', seeks: [], offers: [], relevant: {} },
  ];
  it('gives 1 to the ideal and 0 to nothing', () => {
    const ideal = measure(
      people,
      new Map([
        ['a', ['b', 'c']],
        ['b', ['a']],
      ]),
    );
    expect(ideal).toMatchObject({ ndcg: 1, precision: 1, recall: 1, twoWay: 1, served: 1, shown: 1 });
    expect(measure(people, new Map())).toMatchObject({
      ndcg: 0,
      precision: 0,
      recall: 0,
      twoWay: 0,
      served: 0,
      gini: 0,
    });
  });

  it('counts places: the two-way partner belongs first', () => {
    const { ndcg } = measure(
      people,
      new Map([
        ['a', ['c', 'b']],
        ['b', ['a']],
      ]),
    );
    expect(ndcg).toBeCloseTo((1 + (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3))) / 2, 10);
  });
});
