import { randomUUID } from 'node:crypto';
import { createAttendee, createEvent, createHelper, type TestAttendee } from '../../../../test/factories.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
let eventId: string;
let ada: TestAttendee;
let ben: TestAttendee;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.startAfresh();
  ({ eventId } = await createEvent(t.dataSource));
  ada = await createAttendee(t.dataSource, eventId, { name: 'Ada' });
  ben = await createAttendee(t.dataSource, eventId, { name: 'Ben' });
});

const as = ({ cookie }: { cookie: string }) => t.phone({ cookie });
const post = (who: { cookie: string }, text: string, clientId: string = randomUUID()) =>
  as(who).post(`/api/events/${eventId}/messages`).send({ clientId, text });
const read = async (who: { cookie: string }, query = '') =>
  (await as(who).get(`/api/events/${eventId}/messages${query}`)).body;

describe('the event’s own room', () => {
  it('Q4: messages come in one order for everybody; a retry is one message', async () => {
    const clientId = randomUUID();
    await Promise.all([post(ada, 'hello', clientId), post(ada, 'hello', clientId), post(ben, '你好')]);
    const seen = (await read(ben)).messages;
    expect(seen.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect(seen.map(({ text }: { text: string }) => text).sort()).toEqual(['hello', '你好'].sort());
    expect(seen.find(({ author }: { author: string }) => author === 'Ben').mine).toBe(true);
  });

  it('Q4: pages go back in time and forward from what one has', async () => {
    for (let index = 1; index <= 5; index += 1) await post(ada, `m${index}`);
    const latest = await read(ben, '?limit=2');
    expect(latest.messages.map(({ text }: { text: string }) => text)).toEqual(['m4', 'm5']);
    expect(latest.older).toBe(true);
    const earlier = await read(ben, '?limit=10&before=4');
    expect(earlier).toMatchObject({ older: false });
    expect(earlier.messages).toHaveLength(3);
    expect((await read(ben, '?after=4')).messages.map(({ text }: { text: string }) => text)).toEqual(['m5']);
  });

  it('Q4: whoever watches hears of a message; an outsider may not watch', async () => {
    const phone = await connect(t.url, ben.cookie);
    expect(await phone.emitWithAck('room:watch', { eventId })).toEqual({ ok: true, data: null });
    const heard = nextEvent(phone, 'room:message-posted');
    await post(ada, 'tea?');
    expect(await heard).toEqual({ eventId, seq: 1 });
    const other = await createEvent(t.dataSource);
    const stranger = await createAttendee(t.dataSource, other.eventId);
    const outside = await connect(t.url, stranger.cookie);
    expect(await outside.emitWithAck('room:watch', { eventId })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect((await post(stranger, 'hi')).status).toBe(404);
    expect((await as(stranger).get(`/api/events/${eventId}/messages`)).status).toBe(404);
    phone.close();
    outside.close();
  });

  it('Q4: the author and those who run the event take a message away, nobody else', async () => {
    const { body } = await post(ada, 'wrong room');
    const path = `/api/events/${eventId}/messages/${body.id}`;
    expect((await as(ben).delete(path)).status).toBe(403);
    expect((await as(await createHelper(t.dataSource, eventId, 'host')).delete(path)).status).toBe(204);
    expect((await read(ben)).messages).toMatchObject([{ removed: true, text: '' }]);
  });

  it('an empty message is refused at its field', async () => {
    const refused = await post(ada, '   ');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'text' }] });
  });
});
