import type { Translate } from '../../lib/i18n.js';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** "2 h 10 min", "3 days"; for spans from a minute up, rounded down, so that nobody is sent too late. */
export function durationText(ms: number, t: Translate): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  if (minutes >= 2 * DAY) return t('duration.days', { count: Math.floor(minutes / DAY) });
  const hours = Math.floor(minutes / 60);
  if (!hours) return t('duration.minutes', { minutes });
  return minutes % 60 ? t('duration.hoursMinutes', { hours, minutes: minutes % 60 }) : t('duration.hours', { hours });
}
