/** Less is not enough to reach a person and to answer: who asks in the last minutes of a break asks for the next one. */
const SHORTEST_MS = 10 * 60_000;

export interface ExpiryBreak {
  id: string;
  endsAt: Date;
  closedAt: Date | null;
}
export interface Expiry {
  expiresAt: Date;
  /** The break with which it ends; null: with the event. */
  expiryBreakId: string | null;
}

/**
 * When an unanswered introduction ends (I1): with the break that is on or comes next, with the event where none comes any
 * more. null: the event is over.
 */
export function expiryOf(breaks: readonly ExpiryBreak[], eventEndsAt: Date, now: Date): Expiry | null {
  if (eventEndsAt <= now) return null;
  const [first] = breaks
    .filter(({ endsAt, closedAt }) => closedAt === null && endsAt.getTime() - now.getTime() >= SHORTEST_MS)
    .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
  if (!first || first.endsAt >= eventEndsAt) return { expiresAt: eventEndsAt, expiryBreakId: null };
  return { expiresAt: first.endsAt, expiryBreakId: first.id };
}
