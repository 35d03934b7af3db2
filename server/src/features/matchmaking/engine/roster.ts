/** Everybody ever heard of in a room as whole numbers, in the order in which they came; `rank` is their place by id (M9). */
export class Roster {
  readonly ids: string[] = [];
  rank = new Int32Array(64);
  /** Slots by id. */
  order: number[] = [];
  private readonly slots = new Map<string, number>();

  get size(): number {
    return this.ids.length;
  }

  slot(id: string): number | undefined {
    return this.slots.get(id);
  }

  idOf(slot: number): string {
    return this.ids[slot] ?? '';
  }

  /** Gives every new id a number. */
  add(ids: Iterable<string>): void {
    const known = this.ids.length;
    for (const id of ids) {
      if (this.slots.has(id)) continue;
      this.slots.set(id, this.ids.length);
      this.ids.push(id);
    }
    if (this.ids.length === known) return;
    if (this.ids.length === known + 1) this.insert(known);
    else this.order = this.ids.map((_, slot) => slot).sort((a, b) => (this.idOf(a) < this.idOf(b) ? -1 : 1));
    this.rank = grown(this.rank, this.ids.length);
    this.order.forEach((slot, place) => {
      this.rank[slot] = place;
    });
  }

  private insert(slot: number): void {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.idOf(this.order[middle] ?? 0) < this.idOf(slot)) low = middle + 1;
      else high = middle;
    }
    this.order.splice(low, 0, slot);
  }
}

type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** The same numbers with room for at least `length`, new ones `empty`; doubles, so that growing one by one costs little. */
export function grown<T extends Numbers>(numbers: T, length: number, empty = 0): T {
  if (numbers.length >= length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => T)(Math.max(length, 2 * numbers.length));
  larger.set(numbers);
  if (empty !== 0) larger.fill(empty, numbers.length);
  return larger;
}
