import type { InboxItem } from '@teabreak/shared';
import { fromRound, fromThread, inOrder } from './inbox-items.js';

const item = (kind: InboxItem['kind'], changes: Partial<InboxItem> = {}): InboxItem => ({
  ...{ kind, id: kind, name: 'A', other: '', line: '', since: null, until: null, now: false },
  ...changes,
});

it('what is about now comes first, then answers before reminders, then what waits longest', () => {
  const items = [
    item('follow-up'),
    item('answer', { id: 'late', since: '2026-06-06T10:05:00.000Z' }),
    item('answer', { id: 'early', since: '2026-06-06T10:00:00.000Z' }),
    item('card', { now: true }),
    item('looking-for-you', { now: true }),
    item('meeting'),
  ];
  expect(inOrder(items).map(({ id }) => id)).toEqual([
    'looking-for-you',
    'card',
    'meeting',
    'early',
    'late',
    'follow-up',
  ]);
});

it('R5: a table of a round is told with number and people; sitting out is nothing that waits', () => {
  const clock = {
    ...{ seriesId: 's', roundId: 'r', number: 1, of: 3, phase: 'running' as const, now: '2026-06-06T10:00:00.000Z' },
    ...{ startsAt: '2026-06-06T10:00:00.000Z', endsAt: '2026-06-06T10:08:00.000Z' },
  };
  const partner = { registrationId: 'p', name: 'Mei', headline: '', absent: false, reasons: [], openingLine: '' };
  expect(fromRound({ clock, state: 'seated', table: 4, partners: [partner], meeting: null })).toEqual([
    item('round', { id: 's', name: 'Mei', line: '4', since: clock.startsAt, until: clock.endsAt, now: true }),
  ]);
  expect(fromRound({ clock, state: 'sitting-out', table: null, partners: [], meeting: null })).toEqual([]);
  expect(fromRound({ clock: null, state: 'none', table: null, partners: [], meeting: null })).toEqual([]);
});

it('A1: who can help waits for the author alone; what was read waits for nobody', () => {
  const thread = {
    ...{ id: 't', askId: 'a', kind: 'ask' as const, text: 'Who knows tea?', askState: 'open' as const },
    ...{
      other: { registrationId: 'p', name: 'Mei', headline: '' },
      line: 'I do',
      helped: null,
      at: '2026-06-06T10:00:00.000Z',
    },
  };
  const last = { text: 'hello', mine: false };
  expect(fromThread({ ...thread, part: 'author', state: 'waiting', unread: 0, last: null })).toEqual([
    item('ask-help', { id: 't', name: 'Mei', line: 'I do', since: thread.at }),
  ]);
  expect(fromThread({ ...thread, part: 'helper', state: 'waiting', unread: 0, last: null })).toEqual([]);
  expect(fromThread({ ...thread, part: 'helper', state: 'introduced', unread: 2, last })).toEqual([
    item('ask-message', { id: 't', name: 'Mei', line: 'hello', since: thread.at }),
  ]);
  expect(fromThread({ ...thread, part: 'helper', state: 'introduced', unread: 0, last })).toEqual([]);
});
