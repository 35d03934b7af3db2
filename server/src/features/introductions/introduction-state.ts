import type { IntroductionState, IntroductionView } from '@teabreak/shared';

export type Part = IntroductionView['myPart'];
export type Act = IntroductionView['can'][number];
export type EndReason =
  | 'introducer-declined'
  | 'target-declined'
  | 'requester-declined'
  | 'both-declined'
  | 'withdrawn'
  | 'expired'
  | 'blocked'
  | 'left';

/** One introduction as it really is. `requester` and `target` are the two who are to meet, whoever started it. */
export interface Introduction {
  state: IntroductionState;
  endReason: EndReason | null;
  startedBy: 'requester' | 'introducer';
  requesterAcceptedAt: Date | null;
  targetAcceptedAt: Date | null;
  createdAt: Date;
  passedOnAt: Date | null;
  agreedAt: Date | null;
  endedAt: Date | null;
  expiresAt: Date;
}
export interface VisibleState {
  state: IntroductionState;
  /** When what this person sees came about; a hidden event must not show in it. */
  since: Date;
}

/**
 * What each may do in the state that they *see* (I1, I4). It must not depend on what they cannot see: after a silent "no"
 * the others' buttons stay and pressing them looks as ever.
 */
const ACTS: Record<Introduction['startedBy'], Record<Part, Partial<Record<IntroductionState, readonly Act[]>>>> = {
  requester: {
    requester: { asked: ['withdraw'], agreed: ['met', 'missed'] },
    introducer: { asked: ['pass-on', 'decline'] },
    target: { 'passed-on': ['agree', 'decline'], agreed: ['met', 'missed'] },
  },
  introducer: {
    requester: { 'passed-on': ['agree', 'decline'], agreed: ['met', 'missed'] },
    introducer: { 'passed-on': ['withdraw'] },
    target: { 'passed-on': ['agree', 'decline'], agreed: ['met', 'missed'] },
  },
};

/** What one of the three may know at `now` (I2); null: that there is anything at all. */
export function visibleState(real: Introduction, part: Part, now: Date): VisibleState | null {
  if (part === 'target' && real.passedOnAt === null) return null;
  if (real.state === 'met' || real.state === 'missed')
    return { state: real.state, since: real.endedAt ?? real.expiresAt };
  if (real.state === 'agreed') return { state: 'agreed', since: real.agreedAt ?? real.createdAt };
  if (real.state === 'not-this-time' && knowsOfEnd(real, part) && (real.endedAt ?? now) < real.expiresAt)
    return { state: 'not-this-time', since: endAsKnown(real) };
  // A "no" and no answer come to light in the same moment and look the same.
  if (now >= real.expiresAt) return { state: 'not-this-time', since: real.expiresAt };
  return pendingAs(real, part);
}

/** What this person may do at `now`. */
export function actsOf(real: Introduction, part: Part, now: Date): Act[] {
  const seen = visibleState(real, part, now);
  const acts = seen ? (ACTS[real.startedBy][part][seen.state] ?? []) : [];
  return acts.filter((act) => act !== 'agree' || acceptedAt(real, part) === null);
}

/** Whether the act has been done already, so that a repeated tap is answered as the first one was. */
export function alreadyDone(real: Introduction, part: Part, act: Act, now: Date): boolean {
  const seen = visibleState(real, part, now)?.state;
  if (act === 'agree') return acceptedAt(real, part) !== null && seen !== 'not-this-time';
  if (act === 'pass-on') return part === 'introducer' && real.passedOnAt !== null && seen !== 'not-this-time';
  if (act === 'met' || act === 'missed') return seen === act;
  return seen === 'not-this-time';
}

/** The introduction after an act that `actsOf` allows. Passing on and agreeing to what has ended in secret changes nothing visible. */
export function act(real: Introduction, part: Part, what: Act, now: Date): Introduction {
  switch (what) {
    case 'pass-on':
      return { ...real, state: 'passed-on', passedOnAt: now };
    case 'agree':
      return agree(real, part, now);
    case 'decline':
      return end(real, declineReason(real, part), now);
    case 'withdraw':
      return end(real, 'withdrawn', now);
    case 'met':
    case 'missed':
      return { ...real, state: what, endedAt: now };
  }
}

/** The introduction after it ended without a tap of the three: by time, by a block, or because one of the two left. */
export function endSilently(real: Introduction, reason: 'expired' | 'blocked' | 'left', now: Date): Introduction {
  if (real.state === 'asked' || real.state === 'passed-on') return end(real, reason, now);
  // Somebody who was told a place and a time must see that nobody will come; anybody may have marked it so.
  if (real.state === 'agreed' && reason !== 'expired')
    return { ...real, state: 'missed', endReason: reason, endedAt: now };
  return real;
}

function agree(real: Introduction, part: Part, now: Date): Introduction {
  const accepted = part === 'requester' ? { ...real, requesterAcceptedAt: now } : { ...real, targetAcceptedAt: now };
  const both = accepted.requesterAcceptedAt !== null && accepted.targetAcceptedAt !== null;
  return real.state === 'passed-on' && both ? { ...accepted, state: 'agreed', agreedAt: now } : accepted;
}

function end(real: Introduction, endReason: EndReason, now: Date): Introduction {
  return { ...real, state: 'not-this-time', endReason, endedAt: now };
}

function declineReason(real: Introduction, part: Part): EndReason {
  if (part === 'introducer') return 'introducer-declined';
  const over = real.endReason === 'target-declined' || real.endReason === 'requester-declined';
  return over ? 'both-declined' : `${part}-declined`;
}

/** Before the time is up only the one who ended it knows, and whoever could still act on it in vain. */
function knowsOfEnd(real: Introduction, part: Part): boolean {
  switch (real.endReason) {
    case 'withdrawn':
      return true;
    case 'both-declined':
      return part !== 'introducer';
    case 'introducer-declined':
      return part === 'introducer';
    case 'target-declined':
      return part === 'target';
    case 'requester-declined':
      return part === 'requester';
    case 'blocked':
    case 'left':
      return part !== 'requester' || real.startedBy === 'introducer';
    case 'expired':
    case null:
      return false;
  }
}

/** Of an offer that both turn down, neither may read off the time that the other one has answered, too. */
function endAsKnown(real: Introduction): Date {
  const oneOfTwo = real.startedBy === 'introducer' && real.endReason?.endsWith('-declined');
  return (oneOfTwo ? real.passedOnAt : real.endedAt) ?? real.expiresAt;
}

function pendingAs(real: Introduction, part: Part): VisibleState {
  const asked = { state: 'asked', since: real.createdAt } as const;
  if (part === 'requester' && real.startedBy === 'requester') return asked;
  return real.passedOnAt === null ? asked : { state: 'passed-on', since: real.passedOnAt };
}

function acceptedAt(real: Introduction, part: Part): Date | null {
  return part === 'requester' ? real.requesterAcceptedAt : part === 'target' ? real.targetAcceptedAt : null;
}
