/** Less is not enough to reach a person and to answer: who asks in the last minutes of a break asks for the next one. */
const SHORTEST_MS = 10 * 60_000;

export interface ExpiryBreak {
  endsAt: Date;
  closedAt: Date | null;
}

/**
 * When an unanswered introduction ends (I1): with the break that is on or comes next, with the event where none comes any
 * more. null: the event is over.
 */
export function expiryOf(breaks: readonly ExpiryBreak[], eventEndsAt: Date, now: Date): Date | null {
  if (eventEndsAt <= now) return null;
  const ends = breaks
    .filter(({ endsAt, closedAt }) => closedAt === null && endsAt.getTime() - now.getTime() >= SHORTEST_MS)
    .map(({ endsAt }) => endsAt.getTime());
  return new Date(Math.min(...ends, eventEndsAt.getTime()));
}
