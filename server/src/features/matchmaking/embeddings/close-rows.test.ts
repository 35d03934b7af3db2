import { vectorAbout } from '../../../../test/fake-embeddings.js';
import { dice } from '../../demo/seeded-random.js';
import { CloseRows } from './close-rows.js';
import { run } from './compare.js';
import { vectorsIn } from './embeddings-answer.js';

const SCALE = { close: 0.5, same: 0.9 };
/** Few topics, so that rows are cut short. */
const TEXTS = Array.from({ length: 120 }, (_, at) => `topic${at % 3} text${at}`);
const BODY = JSON.stringify({
  data: TEXTS.map((text, index) => ({ index, embedding: vectorAbout(text.slice(0, 6), text) })),
});
const VECTORS = new Map((vectorsIn(BODY, TEXTS.length) ?? []).map((vector, at) => [TEXTS[at] ?? '', vector]));
const among = (texts: readonly string[]) => new Map(texts.map((text) => [text, VECTORS.get(text) as Int8Array]));

function change(rows: CloseRows, texts: { sought: string[]; offered: string[] }): void {
  const { fresh, known, freshOffered } = rows.prepare(texts);
  rows.add({ fresh, freshOffered }, [
    ...run({ sought: among(fresh), offered: among(texts.offered), scale: SCALE }),
    ...run({ sought: among(known), offered: among(freshOffered), scale: SCALE }),
  ]);
}

it('M9: after any history, the pairs are those that comparing everything anew gives', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { some, pick } = dice(seed);
    const rows = new CloseRows();
    for (let step = 0; step < 12; step++) {
      const texts = { sought: some(TEXTS, pick([0, 5, 20])), offered: some(TEXTS, pick([0, 60, 100, 110])) };
      change(rows, texts);
      const anew = new CloseRows();
      change(anew, { sought: [...texts.sought].reverse(), offered: [...texts.offered].reverse() });
      expect(rows.pairs()).toEqual(anew.pairs());
      expect(rows.pairs().every(([, , quality]) => quality >= 500 && quality <= 800)).toBe(true);
    }
  }
});

it('vectors of different models are not close', () => {
  const long = new Map([['a', Int8Array.from([1, 2, 3])]]);
  const short = new Map([['b', Int8Array.from([1, 2])]]);
  expect(run({ sought: long, offered: short, scale: SCALE })).toEqual([]);
});
