import { createAttendee, createEvent } from '../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import type { BackgroundThread } from '../../common/background/background-thread.js';
import { MatchRooms } from './match-rooms.js';

let t: TestApp;
let eventId: string;
let rooms: MatchRooms;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  rooms = t.app.get(MatchRooms);
  ({ eventId } = await createEvent(t.dataSource));
  for (const [seeks = '', offers = ''] of [
    ['jazz', 'accountant'],
    ['accountant', 'jazz'],
  ]) {
    await createAttendee(t.dataSource, eventId, { goal: { kind: 'advice', seeks: [seeks], offers: [offers] } });
  }
});

it('M9: a thread that breaks loses nothing: the room is computed again by a new one', async () => {
  const before = await rooms.room(eventId);
  expect([...before.lists.values()].map((list) => list.length)).toEqual([1, 1]);
  const broken = new URL(`data:text/javascript,${encodeURIComponent('export const run = () => process.exit(3)')}`);
  const { thread } = (rooms as unknown as { desk: { thread: BackgroundThread } }).desk;
  await expect(thread.run<(input: null) => null>(broken, null)).rejects.toThrow('ended (3)');
  await createAttendee(t.dataSource, eventId, { goal: { kind: 'advice', seeks: ['accountant'], offers: ['jazz'] } });
  const after = await rooms.room(eventId);
  expect([...after.lists.values()].map((list) => list.length).sort()).toEqual([1, 1, 2]);
});

it('who asks while a room is looked at gets what was written before they asked', async () => {
  const looking = rooms.room(eventId);
  await createAttendee(t.dataSource, eventId, { goal: { kind: 'advice', seeks: ['accountant'], offers: ['jazz'] } });
  expect((await rooms.room(eventId)).people.size).toBe(3);
  await looking;
});
