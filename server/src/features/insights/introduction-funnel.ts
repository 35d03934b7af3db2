import type { EventNow } from '@teabreak/shared';

/** Of fewer nothing is said that they themselves do not know (O2). */
const SMALLEST_GROUP = 5;

/** Introductions that ran out in the same moment, or are under way (`endsAt` null). */
export interface Cohort {
  endsAt: Date | null;
  byHosts: boolean;
  asked: number;
  /** Passed on, of those that did not come about. */
  passedOnInVain: number;
  agreed: number;
  met: number;
}

/**
 * How far introductions got (O2). Who was asked, agreed and met is known to those who did; whether a request was passed on before
 * it came to nothing is not, and whoever organizes may have asked, too (I2). So what came to nothing is counted only when it is
 * over, and only in groups of at least five, those that end later joining them: the number never moves by less.
 */
export function funnelOf(cohorts: readonly Cohort[]): EventNow['introductions'] {
  const total = (of: readonly Cohort[], what: 'asked' | 'agreed' | 'met') =>
    of.reduce((sum, one) => sum + one[what], 0);
  const agreed = total(cohorts, 'agreed');
  const over = cohorts.filter(({ endsAt }) => endsAt !== null);
  const rate = (of: readonly Cohort[]) => {
    const asked = total(of, 'asked');
    return asked < SMALLEST_GROUP ? null : { asked, agreed: total(of, 'agreed') };
  };
  const inVain = tellable(over);
  return {
    asked: total(cohorts, 'asked'),
    passedOn: inVain === null ? null : agreed + inVain,
    agreed,
    met: total(cohorts, 'met'),
    warm: rate(over.filter(({ byHosts }) => !byHosts)),
    byHosts: rate(over.filter(({ byHosts }) => byHosts)),
  };
}

/** Passed on in vain, in groups large enough; null where there is none yet. */
function tellable(over: readonly Cohort[]): number | null {
  const moments = new Map<number, { ended: number; passedOn: number }>();
  for (const { endsAt, asked, agreed, passedOnInVain } of over) {
    const at = endsAt?.getTime() ?? 0;
    const known = moments.get(at) ?? { ended: 0, passedOn: 0 };
    moments.set(at, { ended: known.ended + asked - agreed, passedOn: known.passedOn + passedOnInVain });
  }
  let told: number | null = null;
  let group = { ended: 0, passedOn: 0 };
  for (const [, one] of [...moments].sort(([a], [b]) => a - b)) {
    group = { ended: group.ended + one.ended, passedOn: group.passedOn + one.passedOn };
    if (group.ended < SMALLEST_GROUP) continue;
    told = (told ?? 0) + group.passedOn;
    group = { ended: 0, passedOn: 0 };
  }
  return told;
}
