import { planRound, type RoundPlan, type RoundProblem } from './plan-round.js';

/** What the background thread runs. */
export function run(problem: RoundProblem): RoundPlan {
  return planRound(problem);
}
