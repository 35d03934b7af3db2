import { product } from './cosine.js';
import type { Vectors } from './embeddings.repository.js';
import { qualityOf, type Scale } from './scale.js';

/** A text and the close ones, with their qualities in thousandths, best first. */
export type CloseRow = readonly [sought: string, offered: readonly (readonly [text: string, quality: number])[]];
export type Comparison = { sought: Vectors; offered: Vectors; scale: Scale };

/** Runs in a thread of its own: thousands of texts with each other take seconds. Only rows with anything in them are answered. */
export function run({ sought, offered, scale }: Comparison): CloseRow[] {
  const rows: CloseRow[] = [];
  const others = [...offered].map(([text, vector]) => ({ text, vector, square: product(vector, vector) }));
  for (const [text, vector] of sought) {
    const close: [string, number][] = [];
    const square = product(vector, vector);
    for (const other of others) {
      const cosine = product(vector, other.vector) / Math.sqrt(square * other.square);
      const quality = qualityOf(cosine, scale);
      if (quality > 0) close.push([other.text, quality]);
    }
    if (close.length > 0) rows.push([text, close]);
  }
  return rows;
}
