const SHORTEST_TICK_MS = 50;
const LONGEST_TICK_MS = 1000;
/** So much of this thread's time may go into sending batches. */
const SHARE = 0.12;
/** Milliseconds that one socket costs: where measuring begins, and between what it is believed. */
const COST = { first: 0.008, least: 0.004, most: 0.012 };
/** How much the newest measurement counts. */
const NEWEST = 0.2;

/**
 * How long changes are gathered before they are sent. Each batch costs the same for each socket whatever is in it; the tick
 * is as long as it takes for that cost to stay a small share of this thread.
 */
export class BoardPace {
  private cost = COST.first;

  /** A batch went to `sockets` and took `milliseconds` of the processor. */
  measured(sockets: number, milliseconds: number): void {
    if (sockets === 0) return;
    const newest = Math.min(Math.max(milliseconds / sockets, COST.least), COST.most);
    this.cost += (newest - this.cost) * NEWEST;
  }

  /** Milliseconds from one batch to the next, with so many sockets on all boards on which something happens. */
  tick(sockets: number): number {
    return Math.min(Math.max((sockets * this.cost) / SHARE, SHORTEST_TICK_MS), LONGEST_TICK_MS);
  }
}
