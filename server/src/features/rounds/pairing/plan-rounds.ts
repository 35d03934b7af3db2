import { planRound, type RoundPlan, type RoundProblem } from './plan-round.js';

const pairsOf = (table: readonly string[]) =>
  table.flatMap((one, index) => table.slice(index + 1).map((other) => [one, other] as const));

function countOf(before: RoundProblem['satOut'], ids: readonly string[]): RoundProblem['satOut'] {
  const times = new Map(before.map(({ id, times: count }) => [id, count]));
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].map(([id, count]) => ({ id, times: count, lastRound: ids.includes(id) }));
}

/** All `roundsLeft` rounds, one after the other: what was met in one is forbidden in the next. Held tables stay for the first only. */
export function planRounds(problem: RoundProblem): RoundPlan[] {
  const plans: RoundPlan[] = [];
  let next = problem;
  while (next.roundsLeft > 0) {
    const plan = planRound(next);
    plans.push(plan);
    next = {
      ...next,
      forbidden: [...next.forbidden, ...plan.tables.flatMap(pairsOf)],
      held: [],
      satOut: countOf(next.satOut, plan.sittingOut),
      trios: countOf(next.trios, plan.tables.filter(({ length }) => length === 3).flat()),
      roundsLeft: next.roundsLeft - 1,
    };
  }
  return plans;
}
