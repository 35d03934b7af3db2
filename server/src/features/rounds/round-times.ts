import type { SeriesRow } from './rounds.repository.js';

type Pace = Pick<SeriesRow, 'minutes' | 'changeoverSeconds'>;

/** Talking starts after a full changeover, also where the step comes late: people need that time to find their tables. */
export function timesFrom(now: Date, { minutes, changeoverSeconds }: Pace): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(now.getTime() + changeoverSeconds * 1000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/** Whether a round whose tables are made now is over before the break is. */
export function fits(now: Date, pace: Pace, breakEndsAt: Date): boolean {
  return timesFrom(now, pace).endsAt <= breakEndsAt;
}

/** How many rounds there will be in all, as it looks during round `number`: what was asked for, or what the break has time for. */
export function roundsInAll(
  round: { number: number; endsAt: Date },
  series: Pace & Pick<SeriesRow, 'rounds' | 'stoppedAt' | 'state'>,
  breakEndsAt: Date | null,
): number {
  if (series.stoppedAt !== null || series.state === 'ended' || breakEndsAt === null) return round.number;
  const oneMore = series.minutes * 60_000 + series.changeoverSeconds * 1000;
  const left = Math.max(0, Math.floor((breakEndsAt.getTime() - round.endsAt.getTime()) / oneMore));
  return Math.max(round.number, Math.min(series.rounds, round.number + left));
}
