import {
  type AskThread,
  type CardExchange,
  type CirclePerson,
  type FollowUpView,
  INBOX_KINDS,
  type InboxItem,
  type IntroductionView,
  type MyRound,
} from '@teabreak/shared';
import type { WaitingIntroduction } from '../introductions/waiting-introductions.service.js';

const NOTHING = { other: '', line: '', since: null, until: null, now: false };
/** A meeting is about now from a quarter of an hour before its break. */
const SOON_MS = 15 * 60_000;

/** `view` is the same introduction as this reader sees it. */
export function fromIntroduction(waiting: WaitingIntroduction, view: IntroductionView, now: Date): InboxItem[] {
  const { requester, target, myPart, meeting, startedBy } = view;
  const between = { name: requester.name, other: target.name };
  const theOther = { name: myPart === 'requester' ? target.name : requester.name, other: view.introducer?.name ?? '' };
  const { what } = waiting;
  const base = {
    ...NOTHING,
    id: waiting.introductionId,
    since: waiting.since.toISOString(),
    until: waiting.until.toISOString(),
  };
  if (what === 'pass-on') return [{ ...base, kind: what, ...between, line: view.throughLine || view.requesterLine }];
  if (what === 'answer') {
    const line = view.introducerLine || (startedBy === 'requester' ? view.requesterLine : '');
    return [{ ...base, kind: what, ...theOther, line }];
  }
  if (what === 'confirm-met') return [{ ...base, kind: what, ...theOther }];
  // Once, and of the two alone: whoever sat with them leaves it to them.
  if (what === 'meeting' && meeting !== null && Date.parse(meeting.endsAt) <= now.getTime())
    return view.can.includes('met') ? [{ ...base, kind: 'did-you-meet', ...theOther, since: meeting.endsAt }] : [];
  const isNow = what === 'looking-for-you' || isAboutNow(meeting, now);
  return [{ ...base, kind: what, ...theOther, line: meeting?.placeName ?? '', now: isNow }];
}

function isAboutNow(meeting: IntroductionView['meeting'], now: Date): boolean {
  if (meeting === null) return false;
  return Date.parse(meeting.startsAt) - SOON_MS <= now.getTime() && now.getTime() < Date.parse(meeting.endsAt);
}

export function fromRound({ clock, state, table, partners }: MyRound): InboxItem[] {
  if (clock === null || state !== 'seated' || table === null) return [];
  const [first, second] = partners;
  return [
    {
      ...NOTHING,
      kind: 'round',
      id: clock.seriesId,
      name: first?.name ?? '',
      other: second?.name ?? '',
      line: String(table),
      since: clock.startsAt,
      until: clock.endsAt,
      now: true,
    },
  ];
}

export const fromExchange = ({ id, person, at }: CardExchange): InboxItem => ({
  ...NOTHING,
  kind: 'card',
  id,
  name: person.name,
  since: at,
  // They stand in front of me, with their phone in their hand.
  now: true,
});

export const fromAsking = ({ registrationId, name, headline }: CirclePerson): InboxItem => ({
  ...NOTHING,
  kind: 'acquaintance',
  id: registrationId,
  name,
  line: headline,
});

export function fromThread({ id, state, part, other, line, unread, last, at }: AskThread): InboxItem[] {
  const item = { ...NOTHING, id, name: other?.name ?? '', since: at };
  if (part === 'author' && state === 'waiting') return [{ ...item, kind: 'ask-help', line }];
  return unread > 0 ? [{ ...item, kind: 'ask-message', line: last?.text ?? '' }] : [];
}

export const fromFollowUp = ({ id, person, met }: FollowUpView): InboxItem => ({
  ...NOTHING,
  kind: 'follow-up',
  id,
  name: person.name,
  line: met.eventTitle,
});

/** What is about now first, then by kind, then what waits longest. */
export function inOrder(items: readonly InboxItem[]): InboxItem[] {
  const rank = ({ kind, now }: InboxItem) => (now ? 0 : INBOX_KINDS.length) + INBOX_KINDS.indexOf(kind);
  const at = ({ since }: InboxItem) => since ?? '';
  return [...items].sort((one, other) => rank(one) - rank(other) || (at(one) < at(other) ? -1 : 1));
}
