import type { Note } from '@teabreak/shared';
import { calendarDay } from './calendar-day.js';
import { isDeep } from './depth.js';
import { EMPTY_NOTE, sameNote } from './note-drafts.js';

const note = (fields: Partial<Note>): Note => ({ ...EMPTY_NOTE, voice: null, version: 1, updatedAt: '', ...fields });

it.each<[Partial<Note>, boolean]>([
  [{}, false],
  [{ fit: 1 }, false],
  [{ remindOn: '2026-06-08' }, false],
  [{ fit: 2 }, true],
  [{ text: 'tea' }, true],
  [{ theyPromised: 'a call' }, true],
  [{ voice: { id: 'v', type: 'audio/webm', seconds: 4 } }, true],
])('F2: %j makes a real conversation: %s', (fields, deep) => expect(isDeep(note(fields))).toBe(deep));

it('F2: no note makes none', () => expect(isDeep(null)).toBe(false));

it('F1: a reminder’s day is counted on the phone’s own calendar, over the end of a month and a year', () => {
  expect(calendarDay(0, new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(calendarDay(7, new Date(2026, 11, 28))).toBe('2027-01-04');
  expect(calendarDay(1, new Date(2028, 1, 28))).toBe('2028-02-29');
});

it('F1: a space at the end is no change, a mark is', () => {
  expect(sameNote({ ...EMPTY_NOTE, text: 'tea' }, { ...EMPTY_NOTE, text: 'tea \n' })).toBe(true);
  expect(sameNote(EMPTY_NOTE, { ...EMPTY_NOTE, iPromisedDone: true })).toBe(false);
});
