import type { FollowUpDetail, FollowUpList, FollowUpView, GiveFirst, Touch } from '@teabreak/shared';
import type { VisibleContact } from '../encounters/contact-grants/contact-grants.service.js';
import { dayIn, stepName } from './follow-up-schedule.js';
import type { FollowUpRow, TalkRow, TouchRow } from './follow-ups.repository.js';

/** The promises of a note of one's own; empty where there is none. */
export interface Promises {
  iPromised: string;
  iPromisedDone: boolean;
  theyPromised: string;
  theyPromisedDone: boolean;
}
export const NO_PROMISES: Promises = { iPromised: '', iPromisedDone: false, theyPromised: '', theyPromisedDone: false };

export const openPromise = ({ iPromised, iPromisedDone }: Promises): string => (iPromisedDone ? '' : iPromised);

export function presentFollowUp(row: FollowUpRow, promises: Promises, now: Date): FollowUpView {
  const { id, name, headline, eventId, eventTitle, slug, registrationId, encounterId, metOn, dueOn, stopped } = row;
  return {
    id,
    person: { name, headline },
    met: { eventId, eventTitle, slug, registrationId, encounterId, on: metOn },
    state: stopped ? 'stopped' : 'open',
    step: stepName(row.step),
    dueOn,
    due: !stopped && dueOn <= dayIn(row.timeZone, now),
    promise: openPromise(promises),
    touches: row.touches,
  };
}

export function presentTalk({
  encounterId,
  name,
  headline,
  eventTitle,
  timeZone,
  at,
}: TalkRow): FollowUpList['others'][number] {
  return { encounterId, name, headline, eventTitle, on: dayIn(timeZone, at) };
}

export function presentTouch({ id, kind, line, at }: TouchRow, timeZone: string): Touch {
  return { id, kind, line, on: dayIn(timeZone, at) };
}

/** Fewer touches than this, and a favour is early (F3). */
const BEFORE_A_FAVOUR = 3;

export function presentDetail(
  row: FollowUpRow,
  parts: {
    promises: Promises;
    history: TouchRow[];
    contacts: VisibleContact[];
    messages: FollowUpDetail['messages'];
    couldMeet: GiveFirst[];
  },
  now: Date,
): FollowUpDetail {
  const { promises, history, contacts, messages, couldMeet } = parts;
  return {
    ...presentFollowUp(row, promises, now),
    history: history.map((touch) => presentTouch(touch, row.timeZone)),
    contacts,
    theyPromised: promises.theyPromisedDone ? '' : promises.theyPromised,
    messages,
    favourIsEarly: row.gifts < BEFORE_A_FAVOUR,
    couldMeet,
  };
}
