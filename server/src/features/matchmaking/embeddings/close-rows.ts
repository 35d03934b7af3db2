import { foldLatin } from '../../../common/text-fold.js';
import type { ClosePair } from '../engine/close-texts.js';
import type { CloseRow } from './compare.js';
import type { GoalTexts } from './goal-texts.js';

/** Kept per sought text: far more than anybody's list has places. */
const NEAREST = 24;

type Row = { close: (readonly [text: string, quality: number])[]; full: boolean };

/**
 * The close texts of a room, kept right while it changes. What they are depends on the texts alone, not on how the room came to
 * have them (M9): a row that was cut short and loses somebody is compared with everything again.
 */
export class CloseRows {
  private readonly rows = new Map<string, Row>();
  private offered = new Set<string>();

  /** Forgets texts that are gone. Answers those to be compared: new ones with everything, the others with what is new. */
  prepare(texts: GoalTexts): { fresh: string[]; known: string[]; freshOffered: string[] } {
    const [sought, offered] = [new Set(texts.sought), new Set(texts.offered)];
    const freshOffered = texts.offered.filter((text) => !this.offered.has(text));
    this.offered = new Set(texts.offered.filter((text) => this.offered.has(text)));
    for (const [text, row] of this.rows) {
      const close = row.close.filter(([other]) => offered.has(other));
      if (!sought.has(text) || (row.full && close.length < row.close.length)) this.rows.delete(text);
      else row.close = close;
    }
    const fresh = texts.sought.filter((text) => !this.rows.has(text));
    return { fresh, known: [...this.rows.keys()], freshOffered };
  }

  /** @param compared texts that were: fresh sought ones with all offered ones, the others with the fresh offered ones */
  add(compared: { fresh: readonly string[]; freshOffered: readonly string[] }, found: readonly CloseRow[]): void {
    for (const text of compared.fresh) this.rows.set(text, { close: [], full: false });
    for (const text of compared.freshOffered) this.offered.add(text);
    for (const [text, close] of found) {
      const row = this.rows.get(text);
      if (row === undefined) continue;
      const all = [...row.close, ...close].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      row.full ||= all.length > NEAREST;
      row.close = all.slice(0, NEAREST);
    }
  }

  /** In the order of the texts. */
  pairs(): ClosePair[] {
    const texts = [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1));
    return texts.flatMap(([sought, { close }]) => {
      const key = foldLatin(sought);
      return close.map(([offered, quality]): ClosePair => [key, foldLatin(offered), quality]);
    });
  }
}
