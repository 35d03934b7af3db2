import { expiryOf } from './introduction-expiry.js';

const at = (time: string) => new Date(`2026-06-01T${time}:00Z`);
const breaks = [
  { id: 'first', endsAt: at('10:30'), closedAt: null },
  { id: 'second', endsAt: at('12:00'), closedAt: null },
];

describe('I1: an introduction runs out with the break, or with the event', () => {
  it.each([
    ['before the first break', '08:00', '10:30', 'first'],
    ['in it', '10:20', '10:30', 'first'],
    ['in its last minutes: the next one', '10:21', '12:00', 'second'],
    ['after the last one', '11:55', '14:00', null],
  ])('%s', (_, now, expiresAt, expiryBreakId) => {
    expect(expiryOf(breaks, at('14:00'), at(now))).toEqual({ expiresAt: at(expiresAt), expiryBreakId });
  });

  it('a break that was closed is over', () => {
    const closed = { id: 'first', endsAt: at('10:30'), closedAt: at('10:10') };
    expect(expiryOf([closed], at('14:00'), at('10:12'))).toEqual({ expiresAt: at('14:00'), expiryBreakId: null });
  });

  it('a break that outlasts the event does not make it longer', () => {
    expect(expiryOf(breaks, at('11:00'), at('10:25'))).toEqual({ expiresAt: at('11:00'), expiryBreakId: null });
  });

  it('there is nothing to wait for after the event', () => {
    expect(expiryOf(breaks, at('14:00'), at('14:00'))).toBeNull();
  });
});
