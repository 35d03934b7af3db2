import type { GoalKind } from '@teabreak/shared';

/** In the order in which they are offered when joining. */
export const GOAL_KINDS: readonly GoalKind[] = [
  'find-job',
  'hire',
  'clients',
  'partner',
  'investment',
  'advice',
  'friends',
  'language-exchange',
  'curious',
];
