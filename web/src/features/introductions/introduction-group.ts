import type { IntroductionView } from '@teabreak/shared';

/** Where an introduction stands in my list: it waits for me, somebody will stand before me, it is on its way, or it is over. */
export const GROUPS = ['turn', 'meeting', 'open', 'over'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({
  can,
  state,
  myPart,
  meeting,
}: Pick<IntroductionView, 'can' | 'state' | 'myPart' | 'meeting'>): Group {
  if (can.includes('pass-on') || can.includes('agree')) return 'turn';
  if (state === 'agreed' && (myPart !== 'introducer' || meeting !== null)) return 'meeting';
  return ['met', 'missed', 'unknown', 'not-this-time'].includes(state) ? 'over' : 'open';
}

/** What of a state needs words of its own. */
export type Shown =
  | IntroductionView['state']
  | 'accepted'
  | 'offered'
  | 'first'
  | 'forwarded'
  | 'joins'
  | 'confirm'
  | 'how-was-it'
  | 'cancelled-by-me'
  | 'cancelled-by-other'
  | 'disputed';

/** The state as I know it: of an offer that I have said yes to, only the other one's answer is missing. */
export function stepOf({ can, state, myPart, through, meeting }: IntroductionView): Shown {
  if (myPart === 'introducer') {
    if (through?.isMe && state === 'asked') return 'first';
    if (through?.isMe && state === 'passed-on') return 'forwarded';
    if (state === 'agreed' && meeting) return 'joins';
    return state === 'passed-on' && can.includes('withdraw') ? 'offered' : state;
  }
  if (state === 'met' && meeting?.said.me === null) return 'confirm';
  if (state === 'agreed' && can.includes('met') && !can.includes('change')) return 'how-was-it';
  if (state === 'missed' && meeting?.cancelledBy) return `cancelled-by-${meeting.cancelledBy}`;
  if (state === 'missed' && meeting && meeting.said.me && meeting.said.other && meeting.said.me !== meeting.said.other)
    return 'disputed';
  return state !== 'passed-on' || can.includes('agree') ? state : 'accepted';
}
