import type { IntroductionView } from '@teabreak/shared';

/** Where an introduction stands in my list: it waits for me, somebody will stand before me, it is on its way, or it is over. */
export const GROUPS = ['turn', 'meeting', 'open', 'over'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({ can, state, myPart }: Pick<IntroductionView, 'can' | 'state' | 'myPart'>): Group {
  if (can.includes('pass-on') || can.includes('agree')) return 'turn';
  if (state === 'agreed' && myPart !== 'introducer') return 'meeting';
  return state === 'met' || state === 'missed' || state === 'not-this-time' ? 'over' : 'open';
}

/** The state as I know it: of an offer that I have said yes to, only the other one's answer is missing. */
export function stepOf({ can, state, myPart }: IntroductionView): IntroductionView['state'] | 'accepted' | 'offered' {
  if (state !== 'passed-on') return state;
  if (myPart === 'introducer') return can.includes('withdraw') ? 'offered' : state;
  return can.includes('agree') ? state : 'accepted';
}
