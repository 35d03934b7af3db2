import { expiryOf } from './introduction-expiry.js';

const at = (time: string) => new Date(`2026-06-01T${time}:00Z`);
const breaks = [
  { endsAt: at('10:30'), closedAt: null },
  { endsAt: at('12:00'), closedAt: null },
];

describe('I1: an introduction runs out with the break, or with the event', () => {
  it.each([
    ['before the first break', '08:00', '10:30'],
    ['in it', '10:20', '10:30'],
    ['in its last minutes: the next one', '10:21', '12:00'],
    ['after the last one', '11:55', '14:00'],
  ])('%s', (_, now, expected) => {
    expect(expiryOf(breaks, at('14:00'), at(now))).toEqual(at(expected));
  });

  it('a break that was closed is over', () => {
    expect(expiryOf([{ endsAt: at('10:30'), closedAt: at('10:10') }], at('14:00'), at('10:12'))).toEqual(at('14:00'));
  });

  it('there is nothing to wait for after the event', () => {
    expect(expiryOf(breaks, at('14:00'), at('14:00'))).toBeNull();
  });
});
