import type { EmbeddingsEndpoint } from '../../../config/embeddings-endpoint.js';
import type { ClosePair } from '../engine/close-texts.js';
import { CloseRows } from './close-rows.js';
import { run } from './compare.js';
import type { Vectors } from './embeddings.repository.js';
import { BATCH, EmbeddingsClient } from './embeddings-client.js';
import { goalTexts } from './goal-texts.js';
import { SAMPLES, scaleOf } from './scale.js';

/**
 * The close texts of a room, once, keeping nothing: for measuring what they are good for. Null where the endpoint does not answer as
 * it should, or tells nothing; `say` hears why.
 */
export async function evaluatedCloseness(
  people: readonly { seeks: readonly string[]; offers: readonly string[] }[],
  endpoint: EmbeddingsEndpoint,
  say: (reason: string) => void,
): Promise<ClosePair[] | null> {
  const texts = await goalTexts(people.map((goal) => ({ name: '', goal: { ...goal, sentence: '' } })));
  const client = new EmbeddingsClient(endpoint, { warn: ({ reason }, message) => say(`${message}: ${reason}`) });
  const wanted = [...new Set([...SAMPLES.flat(), ...texts.sought, ...texts.offered])];
  const vectors: Vectors = new Map();
  for (let from = 0; from < wanted.length; from += BATCH) {
    const batch = wanted.slice(from, from + BATCH);
    const answer = await client.embed(batch);
    if (answer === null) return null;
    for (const [at, vector] of answer.entries()) vectors.set(batch[at] ?? '', vector);
  }
  const scale = scaleOf(vectors);
  if (scale === null) {
    say('EMBEDDINGS_MODEL does not tell texts apart in English and Chinese');
    return null;
  }
  const among = (kind: readonly string[]): Vectors => new Map([...vectors].filter(([text]) => kind.includes(text)));
  const rows = new CloseRows();
  const { fresh, freshOffered } = rows.prepare(texts);
  rows.add({ fresh, freshOffered }, run({ sought: among(texts.sought), offered: among(texts.offered), scale }));
  return rows.pairs();
}
