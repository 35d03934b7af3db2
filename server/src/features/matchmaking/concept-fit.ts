import { type Meaning, vocabulary } from './vocabulary.js';

/** How well what is offered answers what is sought by what both are about, 0…1. */
export function conceptFit(sought: Meaning, offered: Meaning): number {
  let best = 0;
  for (const [id, strength] of sought.concepts) {
    const answers = vocabulary.answers(id);
    for (const [other, given] of offered.concepts) best = Math.max(best, strength * given * (answers.get(other) ?? 0));
  }
  return best;
}
