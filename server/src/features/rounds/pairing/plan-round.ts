/** One round of a break (R2–R4). Ids are opaque; the order of every list is irrelevant. Weights are integers ≥ 0. */
export interface RoundProblem {
  people: readonly string[];
  /** Pairs that are not listed have weight 0; a pair that is listed twice has the larger one. */
  weights: readonly { one: string; other: string; weight: number }[];
  /** Never at one table: met in an earlier round or before, blocked either way. */
  forbidden: readonly (readonly [string, string])[];
  /** Tables of the last round that go on together, whatever else is said of their people. */
  held: readonly (readonly string[])[];
  satOut: readonly { id: string; times: number; lastRound: boolean }[];
  trios: readonly { id: string; times: number; lastRound: boolean }[];
  oddOneOut: 'trio' | 'sit-out';
  /** This one included. */
  roundsLeft: number;
}

export interface RoundPlan {
  /** Two people each, or three; heaviest first. */
  tables: string[][];
  sittingOut: string[];
  /** Of all pairs at the tables; a table of three has three. */
  weight: number;
  /** No plan that pairs as many people, and lets the same number sit out as fairly, weighs more. */
  bound: number;
  /** `weight` is the most that is possible. */
  exact: boolean;
}

/** Who sits with whom in the next round. Pure and deterministic. */
export function planRound(problem: RoundProblem): RoundPlan {
  const people = [...new Set(problem.people)].sort();
  const key = (one: string, other: string) => (one < other ? `${one}\n${other}` : `${other}\n${one}`);
  const forbidden = new Set(problem.forbidden.map(([one, other]) => key(one, other)));
  const weights = new Map<string, number>();
  for (const { one, other, weight } of problem.weights)
    weights.set(key(one, other), Math.max(weight, weights.get(key(one, other)) ?? 0));
  const free = new Set(people);
  const tables: string[][] = [];
  const seat = (table: string[]) => {
    tables.push(table);
    for (const id of table) free.delete(id);
  };
  for (const table of problem.held) {
    const present = table.filter((id) => free.has(id));
    if (present.length >= 2) seat(present);
  }
  const held = tables.length;
  const may = (one: string, other: string) => !forbidden.has(key(one, other));
  const weigh = (one: string, other: string) => weights.get(key(one, other)) ?? 0;
  const pairs = people.flatMap((one, index) => people.slice(index + 1).map((other) => ({ one, other })));
  pairs.sort((a, b) => weigh(b.one, b.other) - weigh(a.one, a.other));
  for (const { one, other } of pairs) if (free.has(one) && free.has(other) && may(one, other)) seat([one, other]);
  for (const one of free) {
    for (const other of free) {
      const split = tables.findIndex(([a = '', b = ''], at) => at >= held && may(a, one) && may(b, other));
      const [a, b] = tables[split] ?? [];
      if (one === other || !a || !b || !free.has(one)) continue;
      tables.splice(split, 1);
      seat([a, one]);
      seat([b, other]);
    }
  }
  for (const one of problem.oddOneOut === 'trio' ? free : []) {
    const trio = tables.find((table, at) => at >= held && table.length === 2 && table.every((id) => may(id, one)));
    if (trio) {
      trio.push(one);
      free.delete(one);
    }
  }
  const weight = tables
    .flatMap((table) => table.flatMap((one, index) => table.slice(index + 1).map((other) => weigh(one, other))))
    .reduce((sum, each) => sum + each, 0);
  const bound = [...weights.values()].reduce((sum, each) => sum + each, 0);
  return { tables, sittingOut: [...free], weight, bound, exact: weight === bound };
}
