const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u;

/**
 * Times as a calendar on the wall shows them ("2026-05-01T14:00"), counted in minutes without any zone: for moving things about
 * before it is known which instants they are. NaN for a text that is not one, such as a half-typed one.
 */
export const wallMinutes = (wall: string): number =>
  WALL.test(wall) ? Date.parse(`${wall}:00Z`) / MINUTE : Number.NaN;

export const wallAt = (minutes: number): string => new Date(minutes * MINUTE).toISOString().slice(0, 16);

/** "14:00" → 840; NaN for a half-typed one. */
export const dayMinutes = (time: string): number => wallMinutes(`1970-01-01T${time}`);

/** 840 → "14:00"; a day further on is the same time of day. */
export const timeOfDay = (minutes: number): string =>
  wallAt(((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES).slice(11);
