import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '@teabreak/shared';
import { createAttendee, createEvent, type TestAccount, type TestAttendee } from '../../../../test/factories.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../../test/fixtures/voice', name));
const webm = fixture('tone.webm');

let app: TestApp;
/** A second server of the same installation: it has nothing of the first but the database. */
let twin: TestApp;
let ann: TestAttendee;
let ben: TestAttendee;
let note: string;

const binary = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};
const send = (by: TestAccount, id: string, bytes: Buffer = webm, name = 'note.webm', type = 'audio/webm') =>
  app.http
    .put(`${note}/voice/${id}`)
    .set('cookie', by.cookie)
    .attach('file', bytes, { filename: name, contentType: type });
const play = (by: TestAccount, id: string, range?: string, on: TestApp = app) =>
  on.http
    .get(`${note}/voice/${id}`)
    .set({ cookie: by.cookie, ...(range && { range }) })
    .buffer(true)
    .parse(binary as never);
const read = async (): Promise<Note | null> => (await app.http.get(note).set('cookie', ann.cookie)).body.note;
const stored = async (): Promise<number> =>
  (
    await app.dataSource.query('SELECT count(*)::int AS n FROM voice_notes WHERE author_account_id = $1', [
      ann.accountId,
    ])
  )[0].n;

beforeAll(async () => {
  app = await createTestApp();
  twin = await createTestApp({ databaseUrl: (app.dataSource.options as { url: string }).url });
});
afterAll(async () => {
  await twin.close();
  await app.close();
});
beforeEach(async () => {
  const { eventId } = await createEvent(app.dataSource);
  ann = await createAttendee(app.dataSource, eventId, { name: 'Ann' });
  ben = await createAttendee(app.dataSource, eventId, { name: 'Ben' });
  const say = (by: TestAttendee, other: TestAttendee) =>
    app.http
      .post(`/api/events/${eventId}/encounters`)
      .set('cookie', by.cookie)
      .send({ personId: other.registrationId });
  note = `/api/events/${eventId}/encounters/${(await say(ann, ben)).body.id}/note`;
  await say(ben, ann);
});

describe('F1: a voice note', () => {
  it('is kept, played by every server in whole and in parts, and gone with its note', async () => {
    const id = randomUUID();
    const saved = (await send(ann, id).expect(200)).body as Note;
    expect(saved).toMatchObject({ version: 0, text: '', voice: { id, type: 'audio/webm' } });
    expect(saved.voice?.seconds).toBeCloseTo(1.2, 0);
    for (const server of [app, twin]) {
      const whole = await play(ann, id, undefined, server).expect(200);
      expect(whole.body).toEqual(webm);
      expect(whole.headers).toMatchObject({
        'content-type': 'audio/webm',
        'content-length': String(webm.length),
        'accept-ranges': 'bytes',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      // What an iPhone asks first.
      const first = await play(ann, id, 'bytes=0-1', server).expect(206);
      expect(first.headers['content-range']).toBe(`bytes 0-1/${webm.length}`);
      expect(first.body).toEqual(webm.subarray(0, 2));
      expect((await play(ann, id, 'bytes=1000-', server).expect(206)).body).toEqual(webm.subarray(1000));
      expect((await play(ann, id, 'bytes=-7', server).expect(206)).body).toEqual(webm.subarray(-7));
    }
    await app.http.put(note).set('cookie', ann.cookie).send({ text: 'and words' }).expect(200);
    expect(await read()).toMatchObject({ version: 1, text: 'and words', voice: { id } });
    await app.http.delete(`${note}?version=1`).set('cookie', ann.cookie).expect(204);
    expect(await stored()).toBe(0);
    await play(ann, id).expect(404);
  });

  it('sent again is the same; another one needs the first to go, so that no tab loses a recording', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const racing = await Promise.all([send(ann, id), send(ann, id), send(ann, id)]);
    expect(racing.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await send(ann, other).expect(409)).body.code).toBe('note_changed');
    await app.http.delete(`${note}/voice/${other}`).set('cookie', ann.cookie).expect(204);
    expect((await read())?.voice?.id).toBe(id);
    await app.http.delete(`${note}/voice/${id}`).set('cookie', ann.cookie).expect(204);
    await app.http.delete(`${note}/voice/${id}`).set('cookie', ann.cookie).expect(204);
    // Nothing but the voice was in it.
    expect(await read()).toBeNull();
    await send(ann, other).expect(200);
  });

  it('is heard by nobody else, and does not stand in anybody’s way', async () => {
    const id = randomUUID();
    await send(ann, id).expect(200);
    await play(ben, id).expect(404);
    await app.http.delete(`${note}/voice/${id}`).set('cookie', ben.cookie).expect(204);
    expect(await stored()).toBe(1);
    await send(ben, id, fixture('tone.mp3')).expect(200);
    expect((await play(ann, id)).body).toEqual(webm);
    expect((await play(ben, id)).headers['content-type']).toBe('audio/mpeg');
  });

  it('takes what its bytes say, in the formats every phone plays', async () => {
    for (const [name, type] of [
      ['tone.m4a', 'audio/mp4'],
      ['fragmented.m4a', 'audio/mp4'],
      ['tone.mp3', 'audio/mpeg'],
    ] as const) {
      const id = randomUUID();
      expect((await send(ann, id, fixture(name), 'page.html', 'text/html').expect(200)).body.voice.type).toBe(type);
      await app.http.delete(`${note}/voice/${id}`).set('cookie', ann.cookie).expect(204);
    }
  });

  it('refuses what is no recording, too long or too large, and keeps nothing of it', async () => {
    const code = async (bytes: Buffer) => (await send(ann, randomUUID(), bytes)).body.code;
    expect(await code(Buffer.from('<html>'))).toBe('voice_unreadable');
    expect(await code(fixture('film.webm'))).toBe('voice_unreadable');
    const late = Buffer.from([0x1f, 0x43, 0xb6, 0x75, 0x8d, 0xe7, 0x84, 0, 2, 0, 0, 0xa3, 0x85, 0x81, 0, 0, 0x80, 0]);
    expect(await code(Buffer.concat([webm, late]))).toBe('voice_too_long');
    expect(await code(Buffer.concat([webm, Buffer.alloc(2_500_000)]))).toBe('too_large');
    expect((await app.http.put(`${note}/voice/${randomUUID()}`).set('cookie', ann.cookie).send({})).body.code).toBe(
      'unsupported_media',
    );
    expect(await read()).toBeNull();
    expect(await stored()).toBe(0);
    // As large as may be: the limit is not hit by accident.
    const padding = Buffer.concat([Buffer.from([0xec, 0x10, 0x26, 0, 0]), Buffer.alloc(0x62_6000 % 2_400_000)]);
    await send(ann, randomUUID(), Buffer.concat([webm, padding])).expect(200);
  });
});
