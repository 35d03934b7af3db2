import type { IntroductionPerson, IntroductionView, Locale } from '@teabreak/shared';
import { actsOf, type Part, type VisibleState, visibleState } from './introduction-state.js';
import type { IntroducedPerson, IntroductionRow } from './introductions.repository.js';
import { openingLine } from './opening-line.js';

export interface Reader {
  part: Part;
  locale: Locale;
  /** The other one's, as far as the reader may see them. */
  contacts: IntroductionView['contacts'];
}

/** One introduction for one of its three (I2); null where this one must not know that it exists. */
export function presentIntroduction(row: IntroductionRow, reader: Reader, now: Date): IntroductionView | null {
  const seen = visibleState(row, reader.part, now);
  if (!seen) return null;
  switch (reader.part) {
    case 'requester':
      return presentToRequester(row, reader, seen, now);
    case 'introducer':
      return presentToIntroducer(row, seen, now);
    case 'target':
      return presentToTarget(row, reader, seen, now);
  }
}

/** Until both said yes, the requester sees only what they entered themselves: nothing that passing on has added. */
function presentToRequester(row: IntroductionRow, reader: Reader, seen: VisibleState, now: Date): IntroductionView {
  const agreed = isAgreed(seen);
  const own = row.startedBy === 'requester' && !agreed;
  return {
    ...common(row, 'requester', seen, now),
    introducer: own && row.byHosts ? null : introducerOf(row),
    introducerLine: own ? '' : row.introducerLine,
    ...(agreed && meetingFor(row, reader, row.target)),
  };
}

/** The introducer has done a favour and learns whether it came about, not where the two sit or how to reach them. */
function presentToIntroducer(row: IntroductionRow, seen: VisibleState, now: Date): IntroductionView {
  return {
    ...common(row, 'introducer', seen, now),
    requester: presentPerson(row.requester, false),
    target: presentPerson(row.target, false),
    introducer: introducerOf(row),
    introducerLine: row.introducerLine,
  };
}

function presentToTarget(row: IntroductionRow, reader: Reader, seen: VisibleState, now: Date): IntroductionView {
  return {
    ...common(row, 'target', seen, now),
    introducer: introducerOf(row),
    introducerLine: row.introducerLine,
    ...(isAgreed(seen) && meetingFor(row, reader, row.requester)),
  };
}

function common(row: IntroductionRow, part: Part, seen: VisibleState, now: Date): IntroductionView {
  return {
    id: row.id,
    eventId: row.eventId,
    myPart: part,
    state: seen.state,
    requester: presentPerson(row.requester, isAgreed(seen)),
    target: presentPerson(row.target, isAgreed(seen)),
    introducer: null,
    byHosts: row.byHosts,
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

function meetingFor(row: IntroductionRow, reader: Reader, other: IntroducedPerson) {
  const { contacts, locale } = reader;
  return {
    contacts,
    encounterId: row.encounterId,
    meeting: {
      placeId: row.placeId,
      // No place free, or none entered: the two find each other by what they wear.
      placeName: row.placeName ?? row.venue,
      placeHint: row.placeHint ?? '',
      breakId: row.breakId,
      breakTitle: row.breakTitle ?? '',
      startsAt: (row.breakStartsAt ?? row.agreedAt ?? row.createdAt).toISOString(),
      endsAt: (row.breakEndsAt ?? row.eventEndsAt).toISOString(),
      openingLine: openingLine({ introducer: row.introducerName ?? '', goal: other.goal, locale }),
    },
  };
}

function presentPerson({ recognise, ...person }: IntroducedPerson, mayRecognise: boolean): IntroductionPerson {
  return { ...person, recognise: mayRecognise ? recognise : '' };
}

function introducerOf(row: IntroductionRow): IntroductionView['introducer'] {
  return row.introducerName === null ? null : { name: row.introducerName };
}

function isAgreed({ state }: VisibleState): boolean {
  return state === 'agreed' || state === 'met' || state === 'missed';
}
