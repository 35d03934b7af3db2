/** The same seed throws the same dice, so that a demo can be told again. Not for secrets. */
export interface Dice {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** From `min` to `max`, any fraction between. */
  between: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
  /** @throws Error for an empty list */
  pick: <T>(list: readonly T[]) => T;
  /** Up to `count` different ones. */
  some: <T>(list: readonly T[], count: number) => T[];
}

/** mulberry32 */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from');
    return list[Math.floor(next() * list.length)] as T;
  };
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(Math.floor(next() * left.length), 1),
    ).flat();
  };
  return {
    next,
    between: (min, max) => min + next() * (max - min),
    chance: (probability) => next() < probability,
    pick,
    some,
  };
}
