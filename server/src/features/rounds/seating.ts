export type Attendance = 'here' | 'left' | 'missing';
/** Who has a part in a round. `table` null: sits it out. */
export interface Seat {
  registrationId: string;
  table: number | null;
  attendance: Attendance;
}
/** Two people, the smaller id first. */
export type Pair = readonly [string, string];

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one];
}

/** Everybody with everybody at one table. */
export function pairsAmong(people: readonly string[]): Pair[] {
  return people.flatMap((one, index) => people.slice(index + 1).map((other) => pairOf(one, other)));
}

/** All who sit together, but for those who did not come. */
export function pairsOf(seats: readonly Seat[]): Pair[] {
  const came = seats.filter(({ attendance }) => attendance !== 'missing');
  return [...byTable(came).values()].flatMap((table) => pairsAmong(table.map(({ registrationId }) => registrationId)));
}

export function byTable<S extends Seat>(seats: readonly S[]): Map<number, S[]> {
  const tables = new Map<number, S[]>();
  for (const seat of seats) {
    if (seat.table !== null) tables.set(seat.table, [...(tables.get(seat.table) ?? []), seat]);
  }
  return tables;
}

/** The seats once these two have changed places. */
export function swapped<S extends Seat>(seats: readonly S[], one: S, other: S): S[] {
  return seats.map((seat) => {
    if (seat.registrationId === one.registrationId) return { ...seat, table: other.table };
    if (seat.registrationId === other.registrationId) return { ...seat, table: one.table };
    return seat;
  });
}

/** Pairs of `before` that are not in `after`. */
export function without(before: readonly Pair[], after: readonly Pair[]): Pair[] {
  const kept = new Set(after.map(String));
  return before.filter((pair) => !kept.has(String(pair)));
}
