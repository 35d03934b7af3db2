/** Numbers of the sign-in by code: at most 5 × 5 guesses per address and hour, one in forty thousand. */
export const CODE_DIGITS = 6;
export const CODE_TRIES = 5;
export const CODE_VALID_MS = 10 * 60_000;
export const CODES_PER_HOUR = 5;
export const HOUR_MS = 3_600_000;
