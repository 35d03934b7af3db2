import { NEUTRAL_WEIGHTS } from '@teabreak/shared';
import type { MatchOptions, MatchSuggestion } from './candidates.js';
import { MatchEngine } from './engine/match-engine.js';
import type { MatchPerson } from './profile.js';

/**
 * Suggestions for everybody in a room (M1–M7, M9): best first, at most `limit`, nobody on more than `exposure` lists.
 * Hidden, cancelled and unconsenting people are not passed in. The order of the input makes no difference.
 */
export function suggestForAll(
  people: readonly MatchPerson[],
  options: MatchOptions = {},
): Map<string, readonly MatchSuggestion[]> {
  const { limit, exposure, present = [], weights = NEUTRAL_WEIGHTS, rules = [], ...relations } = options;
  const engine = new MatchEngine({ limit, exposure });
  const here = [...present].map((id): [string, boolean] => [id, true]);
  engine.update({ ...relations, people, here, settings: { weights, rules: [...rules] } });
  return engine.lists();
}
