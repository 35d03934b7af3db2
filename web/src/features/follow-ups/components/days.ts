import { useTime } from '../../../lib/time.js';

const DAY_MS = 86_400_000;

/** A day without a time ("2026-06-07") in the reader's words; it is the same day in every zone. */
export function useDay(): (day: string) => string {
  const time = useTime('UTC');
  return (day) => time.day(`${day}T00:00:00Z`);
}

/** The phone's own today, and days from it. */
export function dayFromNow(days: number, now = Date.now()): string {
  const at = new Date(now + days * DAY_MS);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
