import type { IntroductionAct, IntroductionState, IntroductionView, MeetingWord } from '@teabreak/shared';

/** `through`: whoever is asked first where it takes two steps. */
export type Part = IntroductionView['myPart'] | 'through';
/** The two who are to meet. */
export type Side = 'requester' | 'target';
export type Act = IntroductionAct;
export type EndReason =
  | 'through-declined'
  | 'introducer-declined'
  | 'target-declined'
  | 'requester-declined'
  | 'both-declined'
  | 'withdrawn'
  | 'expired'
  | 'blocked'
  | 'left'
  | 'requester-cancelled'
  | 'target-cancelled';

/** One introduction as it really is. `requester` and `target` are the two who are to meet, whoever started it. */
export interface Introduction {
  state: IntroductionState;
  endReason: EndReason | null;
  startedBy: 'requester' | 'introducer';
  /** It takes two steps. */
  hasThrough: boolean;
  throughPassedAt: Date | null;
  introducerJoins: boolean;
  requesterAcceptedAt: Date | null;
  targetAcceptedAt: Date | null;
  requesterWord: MeetingWord | null;
  targetWord: MeetingWord | null;
  createdAt: Date;
  passedOnAt: Date | null;
  agreedAt: Date | null;
  endedAt: Date | null;
  expiresAt: Date;
  eventEndsAt: Date;
}
export interface VisibleState {
  state: IntroductionState;
  /** When what this person sees came about; a hidden event must not show in it. */
  since: Date;
}

/** So long after the event the two may still say whether they met. Then it is not known, and nobody is to blame. */
export const WORDS_AFTER_MS = 3 * 24 * 3_600_000;
/** People stay longer than planned; then nobody looks for anybody any more. */
const LINGERING_MS = 2 * 3_600_000;

const TO_MEET: Partial<Record<IntroductionState, readonly Act[]>> = {
  agreed: ['met', 'missed', 'change', 'cancel', 'ping'],
  met: ['met', 'missed'],
  missed: ['met', 'missed'],
};
const ANSWERS = ['agree', 'decline'] as const;
/**
 * What each may do in the state that they *see* (I1, I4). It must not depend on what they cannot see: after a silent "no"
 * the others' buttons stay and pressing them looks as ever.
 */
const ACTS: Record<Introduction['startedBy'], Record<Part, Partial<Record<IntroductionState, readonly Act[]>>>> = {
  requester: {
    requester: { asked: ['withdraw'], ...TO_MEET },
    through: { asked: ['pass-on', 'decline'] },
    introducer: { asked: ['pass-on', 'decline'], agreed: ['ping', 'leave-table'] },
    target: { 'passed-on': ANSWERS, ...TO_MEET },
  },
  introducer: {
    requester: { 'passed-on': ANSWERS, ...TO_MEET },
    through: {},
    introducer: { 'passed-on': ['withdraw'], agreed: ['ping', 'leave-table'] },
    target: { 'passed-on': ANSWERS, ...TO_MEET },
  },
};

/** What one of them may know at `now` (I2); null: that there is anything at all. */
export function visibleState(real: Introduction, part: Part, now: Date): VisibleState | null {
  if (part === 'target' && real.passedOnAt === null) return null;
  if (part === 'introducer' && real.hasThrough && real.throughPassedAt === null) return null;
  if (real.state === 'met' || real.state === 'missed' || real.state === 'unknown')
    return { state: real.state, since: real.endedAt ?? real.expiresAt };
  if (real.state === 'agreed')
    return mayStillSay(real, now)
      ? { state: 'agreed', since: real.agreedAt ?? real.createdAt }
      : { state: 'unknown', since: wordsUntil(real) };
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
  return acts.filter((one) => {
    if (one === 'agree') return acceptedAt(real, part) === null;
    if (one === 'met' || one === 'missed') return wordOf(real, part) !== one && mayStillSay(real, now);
    if (seen?.state === 'agreed' && now.getTime() >= real.eventEndsAt.getTime() + LINGERING_MS) return false;
    return part !== 'introducer' || seen?.state !== 'agreed' || real.introducerJoins;
  });
}

/** Whether the act has been done already, so that a repeated tap is answered as the first one was. */
export function alreadyDone(real: Introduction, part: Part, what: Act, now: Date): boolean {
  const seen = visibleState(real, part, now)?.state;
  if (what === 'agree') return acceptedAt(real, part) !== null && seen !== 'not-this-time';
  if (what === 'pass-on') return passedOnBy(real, part) !== null && seen !== 'not-this-time';
  if (what === 'met' || what === 'missed') return wordOf(real, part) === what;
  if (what === 'cancel') return real.state === 'missed' && real.endReason === `${part}-cancelled`;
  if (what === 'leave-table') return part === 'introducer' && real.passedOnAt !== null && !real.introducerJoins;
  return seen === 'not-this-time' && (what === 'decline' || what === 'withdraw');
}

/** The introduction after an act that `actsOf` allows. Passing on and agreeing to what has ended in secret changes nothing visible. */
export function act(real: Introduction, part: Part, what: Act, now: Date): Introduction {
  switch (what) {
    case 'pass-on':
      return part === 'through' ? { ...real, throughPassedAt: now } : { ...real, state: 'passed-on', passedOnAt: now };
    case 'agree':
      return agree(real, part, now);
    case 'decline':
      return end(real, declineReason(real, part), now);
    case 'withdraw':
      return end(real, 'withdrawn', now);
    case 'met':
    case 'missed':
      return say(real, part, what, now);
    case 'cancel':
      return {
        ...real,
        state: 'missed',
        endReason: part === 'target' ? 'target-cancelled' : 'requester-cancelled',
        endedAt: now,
      };
    case 'leave-table':
      return { ...real, introducerJoins: false };
    case 'change':
    case 'ping':
      return real;
  }
}

/** The introduction after it ended without a tap of theirs: by time, by a block, or because one of the two left. */
export function endSilently(real: Introduction, reason: 'expired' | 'blocked' | 'left', now: Date): Introduction {
  if (real.state === 'asked' || real.state === 'passed-on') return end(real, reason, now);
  // Somebody who was told a place and a time must see that nobody will come; anybody may have marked it so, as long as anybody can.
  if (real.state === 'agreed' && reason !== 'expired' && mayStillSay(real, now))
    return { ...real, state: 'missed', endReason: reason, endedAt: now };
  return real;
}

/** What the other one is seen to have said: a block or leaving looks as if they had said "missed" (I6). */
export function wordOfOther(real: Introduction, side: Side): MeetingWord | null {
  if (real.endReason === 'blocked' || real.endReason === 'left') return 'missed';
  return side === 'requester' ? real.targetWord : real.requesterWord;
}

export function wordOf(real: Introduction, part: Part): MeetingWord | null {
  return part === 'requester' ? real.requesterWord : part === 'target' ? real.targetWord : null;
}

/**
 * One word is enough, either way. Where the two disagree they have not met as far as anybody else is concerned: nobody makes an
 * acquaintance of somebody who says no (K1).
 */
function say(real: Introduction, part: Part, word: MeetingWord, now: Date): Introduction {
  const said = part === 'requester' ? { ...real, requesterWord: word } : { ...real, targetWord: word };
  if (real.endReason === 'blocked' || real.endReason === 'left') return said;
  const met = said.requesterWord !== 'missed' && said.targetWord !== 'missed';
  const state = met ? 'met' : 'missed';
  return { ...said, state, endReason: null, endedAt: state === real.state ? real.endedAt : now };
}

/** Until when the two may say whether they met. */
export function wordsUntil({ eventEndsAt }: Introduction): Date {
  return new Date(eventEndsAt.getTime() + WORDS_AFTER_MS);
}

const mayStillSay = (real: Introduction, now: Date) => now < wordsUntil(real);

function agree(real: Introduction, part: Part, now: Date): Introduction {
  const accepted = part === 'requester' ? { ...real, requesterAcceptedAt: now } : { ...real, targetAcceptedAt: now };
  const both = accepted.requesterAcceptedAt !== null && accepted.targetAcceptedAt !== null;
  return real.state === 'passed-on' && both ? { ...accepted, state: 'agreed', agreedAt: now } : accepted;
}

function end(real: Introduction, endReason: EndReason, now: Date): Introduction {
  return { ...real, state: 'not-this-time', endReason, endedAt: now };
}

function declineReason(real: Introduction, part: Part): EndReason {
  if (part === 'introducer' || part === 'through') return `${part}-declined`;
  const over = real.endReason === 'target-declined' || real.endReason === 'requester-declined';
  return over ? 'both-declined' : `${part}-declined`;
}

/** Before the time is up only the one who ended it knows, and whoever could still act on it in vain. */
function knowsOfEnd(real: Introduction, part: Part): boolean {
  switch (real.endReason) {
    case 'withdrawn':
      return true;
    case 'both-declined':
      return part === 'requester' || part === 'target';
    case 'through-declined':
      return part === 'through';
    case 'introducer-declined':
      return part === 'introducer';
    case 'target-declined':
      return part === 'target';
    case 'requester-declined':
      return part === 'requester';
    case 'blocked':
    case 'left':
      return part !== 'requester' || real.startedBy === 'introducer';
    default:
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
  const passed = passedOnBy(real, part);
  if (passed !== null) return { state: 'passed-on', since: passed };
  return part === 'introducer' ? { state: 'asked', since: real.throughPassedAt ?? real.createdAt } : asked;
}

/** When the part's own step was done; for the two, the introducer's. */
function passedOnBy(real: Introduction, part: Part): Date | null {
  return part === 'through' ? real.throughPassedAt : real.passedOnAt;
}

function acceptedAt(real: Introduction, part: Part): Date | null {
  return part === 'requester' ? real.requesterAcceptedAt : part === 'target' ? real.targetAcceptedAt : null;
}
