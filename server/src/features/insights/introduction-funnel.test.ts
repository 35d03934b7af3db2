import fc from 'fast-check';
import { type Cohort, funnelOf } from './introduction-funnel.js';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 10, minute));
const over = (minute: number, asked: number, passedOnInVain: number, agreed = 0, byHosts = false): Cohort => ({
  ...{ endsAt: at(minute), byHosts, asked, passedOnInVain, agreed, met: 0 },
});

describe('O2, I2: how far introductions got', () => {
  it('what came to nothing is told in groups of five or more, those of later breaks joining', () => {
    expect(funnelOf([over(0, 3, 2)]).passedOn).toBeNull();
    expect(funnelOf([over(0, 3, 2), over(30, 1, 1)]).passedOn).toBeNull();
    expect(funnelOf([over(0, 3, 2), over(30, 2, 1)]).passedOn).toBe(3);
    expect(funnelOf([over(0, 6, 2, 1), over(30, 4, 4)]).passedOn).toBe(3);
  });

  it('acceptance by acquaintances and by hosts apart, once there are five of them', () => {
    const { warm, byHosts } = funnelOf([over(0, 8, 2, 5), over(0, 4, 1, 1, true)]);
    expect([warm, byHosts]).toEqual([{ asked: 8, agreed: 5 }, null]);
  });

  it('whatever became of one request that came to nothing, the number does not tell among fewer than five', () => {
    const cohort = fc
      .record({
        minute: fc.integer({ min: 0, max: 5 }),
        ended: fc.integer({ min: 0, max: 4 }),
        agreed: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ minute, ended, agreed }) => over(minute, ended + agreed, 0, agreed));
    fc.assert(
      fc.property(fc.array(cohort, { maxLength: 8 }), fc.nat(), (cohorts, pick) => {
        const failed = cohorts.reduce((sum, one) => sum + one.asked - one.agreed, 0);
        const steps = cohorts.map((_, at) => funnelOf(cohorts.slice(0, at + 1).sort(byTime)).passedOn);
        if (failed < 5) expect(new Set(steps)).toEqual(new Set(steps.map(() => null)));
        const one = cohorts[pick % Math.max(cohorts.length, 1)];
        if (!one || one.asked === one.agreed || failed >= 5) return;
        const passed = cohorts.map((other) => (other === one ? { ...other, passedOnInVain: 1 } : other));
        expect(funnelOf(passed)).toEqual(funnelOf(cohorts));
      }),
      { numRuns: 200 },
    );
  });
});

const byTime = (a: Cohort, b: Cohort) => (a.endsAt?.getTime() ?? 0) - (b.endsAt?.getTime() ?? 0);
