import type { IntroductionPerson, IntroductionView, Locale } from '@teabreak/shared';
import {
  actsOf,
  type Part,
  type Side,
  type VisibleState,
  visibleState,
  wordOf,
  wordOfOther,
} from './introduction-state.js';
import type { IntroducedPerson, IntroductionRow } from './introductions.repository.js';
import { slotTimes } from './meetings/meeting-slots.js';
import { openingLine } from './opening-line.js';

export interface Reader {
  part: Part;
  accountId: string;
  locale: Locale;
  /** The other one's, as far as the reader may see them. */
  contacts: IntroductionView['contacts'];
}
type Meeting = NonNullable<IntroductionView['meeting']>;

/** One introduction for one of those it concerns (I2); null where this one must not know that it exists. */
export function presentIntroduction(row: IntroductionRow, reader: Reader, now: Date): IntroductionView | null {
  const seen = visibleState(row, reader.part, now);
  if (!seen) return null;
  switch (reader.part) {
    case 'requester':
      return presentToRequester(row, reader, seen, now);
    case 'target':
      return presentToTarget(row, reader, seen, now);
    case 'through':
    case 'introducer':
      return presentToIntroducer(row, reader, seen, now);
  }
}

/** Until both said yes, the requester sees only what they entered themselves: nothing that passing on has added. */
function presentToRequester(row: IntroductionRow, reader: Reader, seen: VisibleState, now: Date): IntroductionView {
  const agreed = isAgreed(seen);
  const own = row.startedBy === 'requester' && !agreed;
  return {
    ...common(row, reader, seen, now),
    introducer: own && row.byHosts ? null : introducerOf(row),
    introducerLine: own ? '' : row.introducerLine,
    ...(agreed && {
      contacts: reader.contacts,
      encounterId: row.encounterId,
      meeting: meetingOf(row, reader, row.target),
    }),
  };
}

/**
 * The introducer has done a favour and learns whether it came about; where the two sit only who sits with them, how to reach them
 * nobody. Whoever is asked first sees the same of the first step.
 */
function presentToIntroducer(row: IntroductionRow, reader: Reader, seen: VisibleState, now: Date): IntroductionView {
  const first = reader.part === 'through';
  const host = row.byHosts && row.introducerAccountId === null && row.hostName !== null;
  return {
    ...common(row, reader, seen, now),
    introducer: introducerOf(row),
    throughLine: row.throughLine,
    introducerLine: first ? '' : row.introducerLine,
    host: host ? { name: row.hostName ?? '', isMe: row.hostAccountId === reader.accountId } : null,
    ...(!first && isAgreed(seen) && row.introducerJoins && { meeting: meetingOf(row, reader, null) }),
  };
}

function presentToTarget(row: IntroductionRow, reader: Reader, seen: VisibleState, now: Date): IntroductionView {
  return {
    ...common(row, reader, seen, now),
    introducer: introducerOf(row),
    introducerLine: row.introducerLine,
    ...(isAgreed(seen) && {
      contacts: reader.contacts,
      encounterId: row.encounterId,
      meeting: meetingOf(row, reader, row.requester),
    }),
  };
}

function common(row: IntroductionRow, { part, accountId }: Reader, seen: VisibleState, now: Date): IntroductionView {
  const together = isAgreed(seen) && part !== 'through' && (part !== 'introducer' || row.introducerJoins);
  return {
    id: row.id,
    eventId: row.eventId,
    myPart: part === 'through' ? 'introducer' : part,
    state: seen.state,
    requester: presentPerson(row.requester, together),
    target: presentPerson(row.target, together),
    introducer: null,
    byHosts: row.byHosts,
    host: null,
    through: row.throughName === null ? null : { name: row.throughName, isMe: row.throughAccountId === accountId },
    throughLine: '',
    startedBy: row.startedBy,
    requesterLine: row.requesterLine,
    introducerLine: '',
    meeting: null,
    contacts: [],
    encounterId: null,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: seen.since.toISOString(),
    can: actsOf(row, part, now),
  };
}

/** `other`: whom the reader is to meet; null for the introducer, who knows both. */
function meetingOf(row: IntroductionRow, { part, locale }: Reader, other: IntroducedPerson | null): Meeting {
  const side: Side = part === 'target' ? 'target' : 'requester';
  const goal = other?.goal ?? null;
  return {
    placeId: row.placeId,
    // No place free, or none entered: they find each other by what they wear.
    placeName: row.placeName ?? row.venue,
    placeHint: row.placeHint ?? '',
    breakId: row.breakId,
    breakTitle: row.breakTitle ?? '',
    ...timesOf(row),
    joinedBy: row.introducerJoins ? row.introducerName : null,
    openingLine: other ? openingLine({ introducer: row.introducerName ?? '', goal, locale }) : '',
    movedBy: row.movedBy === null ? null : whose(row.movedBy, part),
    ping: pingOf(row, part),
    cancelledBy: cancelledBy(row, part),
    said: other ? { me: wordOf(row, part), other: wordOfOther(row, side) } : { me: null, other: null },
  };
}

function timesOf(row: IntroductionRow): Pick<Meeting, 'startsAt' | 'endsAt'> {
  const { breakStartsAt, breakEndsAt, slot } = row;
  const whole = { startsAt: breakStartsAt ?? row.agreedAt ?? row.createdAt, endsAt: breakEndsAt ?? row.eventEndsAt };
  const { startsAt, endsAt } = breakStartsAt && breakEndsAt && slot !== null ? slotTimes(whole, slot) : whole;
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function pingOf({ pingBy, pingAt, requester, target, introducerName }: IntroductionRow, part: Part): Meeting['ping'] {
  if (pingBy === null || pingAt === null) return null;
  const names = { requester: requester.name, target: target.name, introducer: introducerName ?? '' };
  return { by: names[pingBy], byMe: pingBy === part, at: pingAt.toISOString() };
}

function cancelledBy({ endReason }: IntroductionRow, part: Part): Meeting['cancelledBy'] {
  if (endReason === 'requester-cancelled') return whose('requester', part);
  return endReason === 'target-cancelled' ? whose('target', part) : null;
}

const whose = (side: Side, part: Part) => (side === part ? ('me' as const) : ('other' as const));

function presentPerson({ recognise, ...person }: IntroducedPerson, mayRecognise: boolean): IntroductionPerson {
  return { ...person, recognise: mayRecognise ? recognise : '' };
}

function introducerOf(row: IntroductionRow): IntroductionView['introducer'] {
  return row.introducerName === null ? null : { name: row.introducerName };
}

function isAgreed({ state }: VisibleState): boolean {
  return state === 'agreed' || state === 'met' || state === 'missed' || state === 'unknown';
}
