/** G1, in the order in which they are offered. Without any library, so that a page's first code may have it. */
export const GOAL_KINDS = [
  'find-job',
  'hire',
  'clients',
  'partner',
  'investment',
  'advice',
  'friends',
  'language-exchange',
  'curious',
] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];
