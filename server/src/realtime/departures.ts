/** Longer than any question to the database lasts of which the answer still counts. */
const KEPT_MS = 60_000;

/**
 * Who was sent out lately. A question asked before that and answered after it would let them in again: its answer was true,
 * and no longer is.
 */
export class Departures {
  /** In the order of time. */
  private readonly at = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(name: string): void {
    const now = this.now();
    this.at.delete(name);
    this.at.set(name, now);
    for (const [oldest, when] of this.at) {
      if (when > now - KEPT_MS) break;
      this.at.delete(oldest);
    }
  }

  /** Whether it was noted at `moment` or later, in performance.now(); without one: within the last minute at least. */
  since(name: string, moment = Number.NEGATIVE_INFINITY): boolean {
    const noted = this.at.get(name);
    return noted !== undefined && noted >= moment;
  }
}
