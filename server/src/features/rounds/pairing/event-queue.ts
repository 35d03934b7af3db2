// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops

/** A binary heap of (key, item) in two growing typed arrays. Which of equal keys comes first depends on the pushes only. */
export class EventQueue {
  size = 0;
  /** Of the item that `pop` gave last. */
  key = 0;
  private keys = new Float64Array(256);
  private items = new Int32Array(256);

  /** The smallest key; Infinity when empty. */
  get least(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.keys[0]!;
  }

  push(key: number, item: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, items } = this;
    let hole = this.size++;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      if (keys[above]! <= key) break;
      keys[hole] = keys[above]!;
      items[hole] = items[above]!;
      hole = above;
    }
    keys[hole] = key;
    items[hole] = item;
  }

  /** Takes the item with the smallest key; the queue must not be empty. */
  pop(): number {
    const { keys, items } = this;
    const top = items[0]!;
    this.key = keys[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const item = items[size]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[hole] = keys[child]!;
      items[hole] = items[child]!;
      hole = child;
    }
    keys[hole] = key;
    items[hole] = item;
    return top;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length);
    const items = new Int32Array(2 * this.items.length);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
