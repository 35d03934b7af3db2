import { readFileSync } from 'node:fs';
import { type LabelledPerson, measure, ours } from './evaluation.js';
import { sameTags, wordCosine } from './evaluation-baselines.js';

/** Nobody wrote a word of the vocabulary for this room: when it fails, the cause is to be found in the development rooms. */
const file = new URL('../../../test/fixtures/match-eval-held-out.json', import.meta.url);
const { people } = JSON.parse(readFileSync(file, 'utf8')) as { people: LabelledPerson[] };

describe('M9: measured on wordings nobody has written the vocabulary for', () => {
  const capped = measure(people, ours(people));
  const free = measure(people, ours(people, { exposure: Number.POSITIVE_INFINITY }));
  const baseline = Math.max(measure(people, sameTags(people)).ndcg, measure(people, wordCosine(people)).ndcg);

  it('not worse than it was measured, and far better than shared words', () => {
    expect(free.ndcg).toBeGreaterThanOrEqual(0.81);
    expect(capped.ndcg).toBeGreaterThanOrEqual(0.79);
    expect(capped.precision).toBeGreaterThanOrEqual(0.75);
    expect(capped.recall).toBeGreaterThanOrEqual(0.8);
    expect(capped.ndcg).toBeGreaterThan(1.5 * baseline);
  });

  it('M7: hardly anybody with anybody relevant is left without a list, nobody is on more than eight', () => {
    expect(capped.served).toBeGreaterThanOrEqual(0.99);
    expect(capped.mostExposed).toBeLessThanOrEqual(8);
  });
});
