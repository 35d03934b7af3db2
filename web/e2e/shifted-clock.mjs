/**
 * Loaded before the server: it lives CLOCK_SHIFT_MS later than everybody else, and what it does every minute it does every two seconds.
 * What comes due in a week is seen due in a test without a switch for it in the product.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS);
if (!Number.isFinite(shift)) throw new Error('CLOCK_SHIFT_MS says by how many milliseconds');

const TrueDate = Date;
globalThis.Date = class ShiftedDate extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + shift);
    else super(...given);
  }

  static now() {
    return TrueDate.now() + shift;
  }
};

const MINUTE_MS = 60_000;
const HURRY = 30;
const every = globalThis.setInterval;
globalThis.setInterval = (act, ms, ...given) => every(act, ms < MINUTE_MS ? ms : ms / HURRY, ...given);
