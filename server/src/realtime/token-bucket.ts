/** Allows bursts of `capacity` and `perSecond` on average. Time in milliseconds, monotonic. */
export class TokenBucket {
  private tokens: number;
  /** How often it gave nothing since it was full. */
  refused = 0;

  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    private last: number,
  ) {
    this.tokens = capacity;
  }

  take(now: number): boolean {
    this.tokens = Math.min(this.capacity, this.tokens + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
    if (this.tokens === this.capacity) this.refused = 0;
    if (this.tokens < 1) {
      this.refused += 1;
      return false;
    }
    this.tokens -= 1;
    return true;
  }
}
