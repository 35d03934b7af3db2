import type { RoomMessage } from '@teabreak/shared';
import { mergeMessages } from './room.queries.js';

const message = (seq: number, text = `m${seq}`): RoomMessage => ({
  id: String(seq),
  seq,
  authorId: null,
  personId: null,
  author: 'Ada',
  text,
  at: '2026-06-01T10:00:00Z',
  mine: false,
  removed: false,
});

it('Q4: overlapping pages make one list in order, with the newest version of each message', () => {
  const merged = mergeMessages([message(2), message(3)], [message(3, 'gone'), message(4), message(1)]);
  expect(merged.map(({ seq, text }) => [seq, text])).toEqual([
    [1, 'm1'],
    [2, 'm2'],
    [3, 'gone'],
    [4, 'm4'],
  ]);
});
