import { z } from 'zod';

/** Dimensions of a vector; models have 256 to 4096. */
const DIMENSIONS = { min: 2, max: 4096 };
const LARGEST = 127;

const Answer = z.object({
  data: z.array(
    z.object({
      index: z.int().min(0),
      embedding: z.array(z.number()).min(DIMENSIONS.min).max(DIMENSIONS.max),
    }),
  ),
});

/**
 * The vectors in an answer, in the order of the texts asked about; null unless it has exactly one for each of them, all of the same
 * dimension, of finite numbers that are not all zero. Each is scaled to whole numbers −127…127: only its direction counts.
 */
export function vectorsIn(body: string, texts: number): Int8Array[] | null {
  const parsed = Answer.safeParse(jsonIn(body));
  if (!parsed.success || parsed.data.data.length !== texts) return null;
  const found = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  const vectors: Int8Array[] = [];
  for (let at = 0; at < texts; at++) {
    const embedding = found.get(at);
    const vector = embedding && direction(embedding);
    if (!vector || vector.length !== (vectors[0]?.length ?? vector.length)) return null;
    vectors.push(vector);
  }
  return vectors;
}

function direction(numbers: readonly number[]): Int8Array | null {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most > 0 ? Int8Array.from(numbers, (number) => Math.round((number / most) * LARGEST)) : null;
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
