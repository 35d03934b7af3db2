// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops

/** The few largest of many, by insertion: nearly all are refused by one comparison. Of equal ones, those offered first. */
export class Shortlist {
  length = 0;
  readonly items: Int32Array;
  private readonly values: Float64Array;

  constructor(private readonly capacity: number) {
    this.values = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  /** What must be exceeded to get in. */
  get threshold(): number {
    return this.length === this.capacity ? this.values[this.capacity - 1]! : Number.NEGATIVE_INFINITY;
  }

  offer(value: number, item: number): void {
    const { values, items, capacity } = this;
    if (this.length === capacity && value <= values[capacity - 1]!) return;
    let hole = this.length < capacity ? this.length++ : capacity - 1;
    for (; hole > 0 && values[hole - 1]! < value; hole -= 1) {
      values[hole] = values[hole - 1]!;
      items[hole] = items[hole - 1]!;
    }
    values[hole] = value;
    items[hole] = item;
  }
}
