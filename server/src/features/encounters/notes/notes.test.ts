import type { EncounterList, Note } from '@teabreak/shared';
import {
  createAttendee,
  createEvent,
  openSession,
  type TestAccount,
  type TestAttendee,
  unknownId,
} from '../../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let eventId: string;
let ann: TestAttendee;
let ben: TestAttendee;
let encounterId: string;

const path = () => `/api/events/${eventId}/encounters/${encounterId}/note`;
const read = async (by: TestAccount): Promise<Note | null> =>
  (await app.http.get(path()).set('cookie', by.cookie).expect(200)).body.note;
const put = (by: TestAccount, note: object) => app.http.put(path()).set('cookie', by.cookie).send(note);
const remove = (by: TestAccount, version: number) =>
  app.http.delete(`${path()}?version=${version}`).set('cookie', by.cookie);
const full = {
  text: '在做跨境电商\nhas a flat in Jing’an',
  fit: 3,
  iPromised: 'the name of the accountant',
  iPromisedDone: false,
  theyPromised: '介绍房东',
  theyPromisedDone: true,
  remindOn: '2026-06-08',
};

beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  ann = await createAttendee(app.dataSource, eventId, { name: 'Ann' });
  ben = await createAttendee(app.dataSource, eventId, { name: 'Ben' });
  const said = await app.http
    .post(`/api/events/${eventId}/encounters`)
    .set('cookie', ann.cookie)
    .send({ personId: ben.registrationId });
  encounterId = said.body.id;
});

describe('F1: a private note', () => {
  it('keeps text, fit, promises both ways with their marks, and a reminder', async () => {
    expect(await read(ann)).toBeNull();
    expect((await put(ann, full).expect(200)).body).toMatchObject({ ...full, version: 1, voice: null });
    expect(await read(ann)).toMatchObject(full);
    const done = { ...full, iPromisedDone: true, remindOn: null, version: 1 };
    expect((await put(ann, done).expect(200)).body).toMatchObject({ ...done, version: 2 });
    const { encounters } = (await app.http.get(`/api/events/${eventId}/encounters`).set('cookie', ann.cookie))
      .body as EncounterList;
    expect(encounters[0]?.note).toMatchObject({ iPromisedDone: true, version: 2 });
    // Nothing promised is nothing done.
    expect((await put(ann, { text: 'x', iPromisedDone: true, version: 2 }).expect(200)).body.iPromisedDone).toBe(false);
  });

  it('refuses what is too long, no day, or no note, without writing', async () => {
    const refused = await put(ann, { text: 'x'.repeat(4001), fit: 4, remindOn: '2026-02-30' }).expect(400);
    expect(refused.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'fit',
      'remindOn',
      'text',
    ]);
    expect(await read(ann)).toBeNull();
    encounterId = unknownId();
    await put(ann, { text: 'x' }).expect(404);
  });

  it('two tabs: the one that has not seen the other’s words is told, and nothing is lost', async () => {
    await put(ann, { text: 'first' }).expect(200);
    await put(ann, { text: 'from the phone', version: 1 }).expect(200);
    expect((await put(ann, { text: 'from the laptop', version: 1 }).expect(409)).body.code).toBe('note_changed');
    expect(await read(ann)).toMatchObject({ text: 'from the phone', version: 2 });
    await put(ann, { text: 'both', version: 2 }).expect(200);
    await remove(ann, 2).expect(409);
    await remove(ann, 3).expect(204);
    // Removed in one tab, written in the other: that one learns it, too.
    await put(ann, { text: 'from the past', version: 3 }).expect(409);
    expect(await read(ann)).toBeNull();
  });

  it('of many tabs that save at once one wins, and the same save repeated answers the same', async () => {
    const racing = await Promise.all(Array.from({ length: 8 }, (_, at) => put(ann, { text: `tab ${at}` })));
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const winner = (await read(ann))?.text ?? '';
    const again = await Promise.all(Array.from({ length: 5 }, () => put(ann, { text: winner })));
    expect(again.map(({ status, body }) => [status, body.version])).toEqual(Array(5).fill([200, 1]));
    const removed = await Promise.all([remove(ann, 1), remove(ann, 1), remove(ann, 1)]);
    expect(removed.map(({ status }) => status)).toEqual([204, 204, 204]);
  });

  it('is the author’s own also after they have left, and nobody’s who only is the other one', async () => {
    await put(ann, full).expect(200);
    await app.dataSource.query(`UPDATE registrations SET status = 'cancelled', on_board = false WHERE id = $1`, [
      ann.registrationId,
    ]);
    expect(await read(ann)).toMatchObject(full);
    await put(ann, { text: 'later', version: 1 }).expect(200);
    await app.http.get(path()).set('cookie', ben.cookie).expect(404);
    await put(ben, { text: 'x' }).expect(404);
    await remove(ben, 1).expect(404);
  });

  it('tells the author’s other phones of a change, and nobody else', async () => {
    const other = await openSession(app.dataSource, ann.accountId);
    const [phone, stranger] = await Promise.all([connect(app.url, other.cookie), connect(app.url, ben.cookie)]);
    const heard = nextEvent(phone, 'note:changed');
    const silence = noEvent(stranger, 'note:changed');
    await put(ann, full).expect(200);
    expect(await heard).toEqual({ eventId, encounterId });
    await silence;
    phone.close();
    stranger.close();
  });
});
