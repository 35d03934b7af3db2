import type { FollowUpStep } from '@teabreak/shared';

/** F3, days after the talk. */
const OFFSETS = [1, 7, 21] as const;
const STEPS: readonly FollowUpStep[] = ['first-day', 'first-week', 'third-week', 'rhythm'];
/** The gentle rhythm, in days. */
const RHYTHM = 56;
/** Nobody is asked again sooner than this many days after they did something. */
const BREATH = 3;
const DAY_MS = 86_400_000;

/** Days are ISO dates without a time: 2026-06-07. */
export type Day = string;

/** The day that `at` is in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Negative when `later` comes first. */
export function daysBetween(earlier: Day, later: Day): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MS);
}

export const stepName = (step: number): FollowUpStep => STEPS[step] ?? 'rhythm';

export type Plan = { step: number; dueOn: Day };

/** The first step of a talk; never in the past, and for a talk of long ago tomorrow. */
export function firstPlan(metOn: Day, today: Day): Plan {
  return { step: 0, dueOn: later(addDays(metOn, OFFSETS[0]), today) };
}

/** What comes after something was done today at `step`: the next date of the plan that leaves a breath, else the rhythm. */
export function planAfter(metOn: Day, step: number, today: Day): Plan {
  const soonest = addDays(today, BREATH);
  const next = OFFSETS.findIndex((offset, index) => index > step && addDays(metOn, offset) >= soonest);
  const offset = OFFSETS[next];
  return offset === undefined
    ? { step: 3, dueOn: addDays(today, RHYTHM) }
    : { step: next, dueOn: addDays(metOn, offset) };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
