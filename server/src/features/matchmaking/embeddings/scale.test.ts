import { vectorAbout } from '../../../../test/fake-embeddings.js';
import { vectorsIn } from './embeddings-answer.js';
import { qualityOf, SAMPLES, scaleOf } from './scale.js';

/** The samples as a model sees them that gives each text this vector. */
function scaleBy(vectorOf: (topic: string, text: string) => number[]) {
  const entries = SAMPLES.flatMap(([one, other]) => [one, other].map((text) => [text, vectorOf(one, text)] as const));
  const body = JSON.stringify({ data: entries.map(([, embedding], index) => ({ index, embedding })) });
  const vectors = vectorsIn(body, entries.length) ?? [];
  return scaleOf(new Map(entries.map(([text], at) => [text, vectors[at] as Int8Array])));
}

it('finds where a model begins to mean something, also one that calls everything alike', () => {
  const plain = scaleBy(vectorAbout);
  const narrow = scaleBy((topic, text) => [...vectorAbout(topic, text), ...Array(64).fill(1)]);
  expect(plain?.close).toBeGreaterThan(0.3);
  expect(plain?.same).toBeGreaterThan(plain?.close ?? 1);
  expect(narrow?.close).toBeGreaterThan(plain?.close ?? 1);
});

it('has no use for what answers everything alike, at random, or in one language only', () => {
  expect(scaleBy(() => [1, 2, 3])).toBeNull();
  expect(scaleBy((_, text) => vectorAbout(text, ''))).toBeNull();
  expect(scaleOf(new Map())).toBeNull();
});

it('the closer the better, from 500 to 800, and nothing below', () => {
  const scale = { close: 0.4, same: 0.6 };
  const qualities = Array.from({ length: 201 }, (_, at) => qualityOf(at / 100 - 1, scale));
  expect(qualities).toEqual([...qualities].sort((a, b) => a - b));
  expect(qualities.every((quality) => Number.isInteger(quality))).toBe(true);
  expect([qualityOf(0.39, scale), qualityOf(0.4, scale), qualityOf(0.6, scale), qualityOf(1, scale)]).toEqual([
    0, 500, 800, 800,
  ]);
});
