import type { SeriesRow } from './rounds.repository.js';

/** Talking starts after a full changeover, also where the step comes late: people need that time to find their tables. */
export function timesFrom(
  now: Date,
  { minutes, changeoverSeconds }: Pick<SeriesRow, 'minutes' | 'changeoverSeconds'>,
): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(now.getTime() + changeoverSeconds * 1000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/** How many rounds there will be in all, as it looks during round `number`. */
export function roundsInAll(number: number, { rounds, stoppedAt, state }: SeriesRow): number {
  return stoppedAt === null && state === 'running' ? rounds : number;
}
