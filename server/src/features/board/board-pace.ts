const SHORTEST_TICK_MS = 50;
/** So that the last of a very full room's phones hears within a second. */
const LONGEST_TICK_MS = 750;
/** So much of this thread's time may go into sending batches. */
const SHARE = 0.08;
/**
 * Milliseconds that one socket costs: where measuring begins, and between what it is believed. At the most, a thousand sockets
 * have a tick of 110 ms, whatever else keeps the machine busy.
 */
const COST = { first: 0.007, least: 0.004, most: 0.0088 };
/** How much the newest measurement counts. */
const NEWEST = 0.2;

/**
 * How long changes are gathered before they are sent. Each batch costs nearly the same for each socket whatever is in it; the
 * tick is as long as it takes for that cost to stay a small share of this thread.
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
