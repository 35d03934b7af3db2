import { boardPhase } from './board-phase.js';

const EVENT = { startsAt: '2026-06-01T14:00:00Z', endsAt: '2026-06-01T18:00:00Z' };
const phaseAt = (time: string) => boardPhase(EVENT, Date.parse(`2026-06-0${time}:00Z`));

describe('boardPhase', () => {
  it('B1: goes on for three hours after the planned end, when people may still be there', () => {
    expect(phaseAt('1T13:59')).toBe('before');
    expect(phaseAt('1T14:00')).toBe('during');
    expect(phaseAt('1T20:59')).toBe('during');
    expect(phaseAt('1T21:00')).toBe('over');
  });
});
