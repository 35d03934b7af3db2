import { type BoardBlock, type BoardHead, type BoardSnapshot, unpackBlock, unpackMoves } from '@teabreak/shared';
import {
  createAccount,
  createAttendee,
  createCommonality,
  createEvent,
  createHelper,
  type TestAttendee,
} from '../../../test/factories.js';
import { ask, connect, nextEvent, noEvent } from '../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { BoardLog } from '../../common/board-log.js';
import { DomainEvents } from '../../common/domain-events.js';
import { LOG_REACH } from './board.repository.js';
import { BoardCache } from './board-cache.js';

let test: TestApp;
let eventId: string;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(test.dataSource));
});

const as = (who: { cookie: string }) => test.phone({ cookie: who.cookie });
const board = async (reader: { cookie: string }): Promise<BoardSnapshot> =>
  (await as(reader).get(`/api/events/${eventId}/board`).expect(200)).body;
const changes = async (reader: { cookie: string }, since: number) =>
  (await as(reader).get(`/api/events/${eventId}/board/changes`).query({ since }).expect(200)).body;
const setPresence = (who: TestAttendee, presence: string) =>
  as(who).put(`/api/events/${eventId}/me/presence`).send({ presence }).expect(200);
const present = (options: Parameters<typeof createAttendee>[2] = {}) =>
  createAttendee(test.dataSource, eventId, { checkedIn: true, ...options });

const ALL = { takePart: true, board: true, screen: true, suggestions: true };

describe('B1: the board', () => {
  it('shows who checked in and consented, with what they came for, and nothing personal to the reader', async () => {
    const ann = await present({
      name: '李明辉',
      headline: 'Engineer',
      goal: { kind: 'hire', seeks: ['Backend Ünits'], offers: ['签证'], sentence: 'We hire.' },
    });
    await createCommonality(test.dataSource, ann.accountId, 'speaks', '中文');
    await createCommonality(test.dataSource, ann.accountId, 'speaks', 'Klingon', 'introduced');
    await createAttendee(test.dataSource, eventId, { name: 'Not here yet' });
    await present({ name: 'No consent', consents: { board: false } });
    await present({ name: 'Not taking part', consents: { takePart: false } });
    await present({ name: 'Hidden', boardLevel: 'hidden' });
    await present({ name: 'For suggested people', boardLevel: 'suggested' });
    const { people, version } = await board(ann);
    expect(version).toBe(0);
    expect(people).toEqual([
      {
        id: ann.registrationId,
        name: '李明辉',
        headline: 'Engineer',
        goal: { kind: 'hire', seeks: ['Backend Ünits'], offers: ['签证'], sentence: 'We hire.' },
        languages: ['中文'],
        presence: 'free',
        placeId: null,
        search: expect.stringMatching(/backend units 签证$/u),
      },
    ]);
  });

  it('is for confirmed attendees, checked in or not, and those who run the event', async () => {
    const read = async (who: { cookie: string }) => (await as(who).get(`/api/events/${eventId}/board`)).status;
    expect(await read(await createAttendee(test.dataSource, eventId))).toBe(200);
    for (const role of ['owner', 'organizer', 'host'] as const)
      expect(await read(await createHelper(test.dataSource, eventId, role))).toBe(200);
    expect(await read(await createHelper(test.dataSource, eventId, 'door'))).toBe(403);
    for (const status of ['pending', 'waitlisted', 'declined', 'cancelled'] as const)
      expect(await read(await createAttendee(test.dataSource, eventId, { status }))).toBe(404);
    expect(await read(await createAttendee(test.dataSource, (await createEvent(test.dataSource)).eventId))).toBe(404);
    expect(await read(await createAccount(test.dataSource))).toBe(404);
    await test.http.get(`/api/events/${eventId}/board`).expect(401);
  });

  it('is sent once per version: whoever has it gets an empty answer', async () => {
    const ann = await present();
    const first = await as(ann).get(`/api/events/${eventId}/board`).expect(200);
    const tag = String(first.headers.etag);
    await as(ann).get(`/api/events/${eventId}/board`).set('if-none-match', tag).expect(304);
    await setPresence(ann, 'talking');
    const second = await as(ann).get(`/api/events/${eventId}/board`).set('if-none-match', tag).expect(200);
    expect(second.body).toMatchObject({ version: 1, people: [{ presence: 'talking' }] });
    const plain = await as(ann).get(`/api/events/${eventId}/board`).set('accept-encoding', 'identity').expect(200);
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, second.body]);
  });

  it('comes packed as well: the same people, and all that is needed to find them', async () => {
    const ann = await present({
      name: 'Ann',
      goal: { kind: 'hire', seeks: ['後端', 'Backend Ünits'], offers: ['coffee'], sentence: 'We hire.' },
    });
    await as(ann).patch(`/api/events/${eventId}/me`).send({ name: '曾乐' }).expect(200);
    await present({ name: 'Zoë Müller-Lüdenscheidt' });
    await present({ name: '欧阳 Anna' });
    const { text } = await as(ann).get(`/api/events/${eventId}/board/packed`).buffer(true).expect(200);
    const [head, ...blocks] = text.split('\n').map((line) => JSON.parse(line)) as [BoardHead, ...BoardBlock[]];
    const { people, at: _at, ...rest } = await board(ann);
    expect(head).toEqual({ ...rest, count: 3, at: expect.any(String) });
    const unpacked = blocks.flatMap(unpackBlock);
    const shown = ({ search: _search, ...person }: BoardSnapshot['people'][number]) => person;
    expect(unpacked.map(shown)).toEqual(people.map(shown));
    // The likely reading is spelled out by the phone, the other one is told.
    const { search } = unpacked.find(({ name }) => name === '曾乐')!;
    expect(search.split('|')[0]).toBe('zeng,le');
    expect(` ${search.split('|')[1]} `).toMatch(/ ceng .* 后端 /u);
    expect(search).not.toContain('coffee');
  });
});

describe('B3: catching up', () => {
  it('answers everybody’s last change since a version', async () => {
    const [ann, bo] = [await present({ name: 'Ann' }), await present({ name: 'Bo' })];
    await setPresence(ann, 'talking');
    await setPresence(bo, 'away');
    await setPresence(ann, 'free');
    const all = await changes(ann, 0);
    expect(all).toMatchObject({ version: 3, reset: false });
    expect(all.changes.map((change: { version: number }) => change.version)).toEqual([2, 3]);
    expect((await changes(ann, 1)).changes).toMatchObject([{ version: 2, kind: 'put', person: { name: 'Bo' } }]);
    await as(ann).patch(`/api/events/${eventId}/me`).send({ headline: 'Potter' }).expect(200);
    expect((await changes(ann, 3)).changes).toMatchObject([{ version: 4, person: { headline: 'Potter' } }]);
    await setPresence(ann, 'away');
    const sinceThen = await changes(ann, 4);
    expect(sinceThen.changes).toEqual([]);
    expect(unpackMoves(sinceThen.moved)).toEqual([{ id: ann.registrationId, presence: 'away', placeId: null }]);
    // Known only of the log before: a server that has just started.
    test.app.get(BoardCache).forget(eventId);
    expect(await changes(ann, 4)).toEqual({ ...sinceThen, at: expect.any(String) });
    expect((await changes(ann, 3)).changes).toMatchObject([{ version: 5, person: { headline: 'Potter' } }]);
    expect((await changes(ann, 5)).changes).toEqual([]);
    // A version from the future: the phone knew another database.
    expect(await changes(ann, 9)).toMatchObject({ reset: true, changes: [] });
    await as(ann).get(`/api/events/${eventId}/board/changes?since=-1`).expect(400);
    await as(ann).get(`/api/events/${eventId}/board/changes`).expect(400);
  });

  it('P1: what somebody showed before they hid or took their consent back is in nobody’s history', async () => {
    const [ann, bo] = [await present({ name: 'Ann Canary' }), await present({ name: 'Bo' })];
    for (const update of [
      { boardLevel: 'hidden' },
      { boardLevel: 'everyone' },
      { consents: { ...ALL, board: false } },
    ]) {
      await setPresence(ann, 'talking');
      await as(ann).patch(`/api/events/${eventId}/me`).send(update).expect(200);
    }
    const missed = await changes(bo, 0);
    expect(JSON.stringify(missed)).not.toContain('Canary');
    expect(missed.changes).toMatchObject([{ kind: 'removed', id: ann.registrationId }]);
    const socket = await connect(test.url, bo.cookie);
    expect(JSON.stringify(await ask(socket, 'board:watch', { eventId, since: 0 }))).not.toContain('Canary');
    socket.close();
  });

  it('hidden people leave no trace in the log', async () => {
    const hidden = await present({ boardLevel: 'hidden' });
    await setPresence(hidden, 'talking');
    await as(hidden).patch(`/api/events/${eventId}/me`).send({ name: 'Still hidden' }).expect(200);
    expect(await changes(hidden, 0)).toMatchObject({ version: 0, changes: [] });
  });

  it('a log that no longer reaches back says so, and is trimmed', async () => {
    const ann = await present();
    const count = LOG_REACH + 300;
    await test.dataSource.query(
      `INSERT INTO board_changes (event_id, version, registration_id) SELECT $1, version, $2 FROM generate_series(1, $3::integer) AS version`,
      [eventId, ann.registrationId, count],
    );
    await test.dataSource.query('UPDATE events SET board_version = $2 WHERE id = $1', [eventId, count]);
    expect(await changes(ann, 299)).toMatchObject({ reset: true, changes: [], version: count });
    expect(await changes(ann, 300)).toMatchObject({ reset: false, version: count });
    const socket = await connect(test.url, ann.cookie);
    await ask(socket, 'board:watch', { eventId, since: count - 60 });
    await test.dataSource.query('UPDATE events SET board_version = board_version + 300 WHERE id = $1', [eventId]);
    await test.dataSource.query(
      `INSERT INTO board_changes (event_id, version, registration_id) SELECT $1, version, $2 FROM generate_series($3::integer + 1, $3 + 300) AS version`,
      [eventId, ann.registrationId, count],
    );
    const heard = nextEvent(socket, 'board:changed');
    await setPresence(ann, 'away');
    expect(await heard).toMatchObject({
      since: count,
      version: count + 301,
      changes: [{ kind: 'put', version: count + 301 }],
    });
    const left = async () =>
      Number(
        (await test.dataSource.query('SELECT count(*) FROM board_changes WHERE event_id = $1', [eventId]))[0].count,
      );
    await until(async () => (await left()) === LOG_REACH);
    socket.close();
  });
});

describe('B3: the socket', () => {
  it('what is too much for a message is fetched: the answer brings the reader nowhere', async () => {
    const crowd = await Promise.all(Array.from({ length: 60 }, (_, at) => present({ headline: `Guest ${at}` })));
    const [bo] = crowd as [TestAttendee];
    await board(bo);
    const shout = (who: readonly TestAttendee[]) =>
      test.dataSource.transaction(async (manager) => {
        const ids = who.map(({ registrationId }) => registrationId);
        await manager.query(`UPDATE registrations SET headline = headline || '!' WHERE id = ANY($1)`, [ids]);
        await test.app.get(BoardLog).peopleChanged(manager, eventId, ids);
      });
    await shout(crowd.slice(0, 29));
    const socket = await connect(test.url, bo.cookie);
    const answer = await ask(socket, 'board:watch', { eventId, since: 0 });
    expect(answer).toMatchObject({ ok: true, data: { version: 0, changes: [], moved: {}, more: true, reset: false } });
    expect((await changes(bo, 0)).changes).toHaveLength(29);
    // More than half of the board: the whole of it is shorter.
    await shout(crowd);
    expect(await changes(bo, 29)).toMatchObject({ reset: true, version: 89, changes: [] });
    socket.close();
  });

  it('a phone that slept gets exactly what it missed, then what follows', async () => {
    const [ann, bo] = [await present(), await present()];
    const socket = await connect(test.url, bo.cookie);
    expect(await ask(socket, 'board:watch', { eventId, since: 0 })).toMatchObject({
      ok: true,
      data: { version: 0, changes: [] },
    });
    await ask(socket, 'board:unwatch', { eventId });
    for (const presence of ['talking', 'away', 'free']) await setPresence(ann, presence);
    const caughtUp = await ask(socket, 'board:watch', { eventId, since: 1 });
    expect(caughtUp).toMatchObject({
      ok: true,
      data: {
        version: 3,
        reset: false,
        changes: [],
        moved: { free: expect.stringMatching(/^[\w-]{22}$/u) },
        more: false,
      },
    });
    // The tick of the changes before may still come; a phone leaves aside what it already has.
    const heard = new Promise((resolve) => socket.on('board:changed', (batch) => batch.version > 3 && resolve(batch)));
    await setPresence(ann, 'talking');
    expect(await heard).toMatchObject({ eventId, version: 4, changes: [{ version: 4 }] });
    socket.close();
  });

  it('what happened together goes out as one message, of each person only the last', async () => {
    const [ann, bo] = [await present({ name: 'Ann' }), await present({ name: 'Bo' })];
    const socket = await connect(test.url, bo.cookie);
    await ask(socket, 'board:watch', { eventId, since: 0 });
    const heard = nextEvent(socket, 'board:changed');
    const ids = [ann.registrationId, bo.registrationId];
    await test.dataSource.transaction(async (manager) => {
      await test.app.get(BoardLog).peopleChanged(manager, eventId, ids);
      await manager.query("UPDATE registrations SET presence = 'talking' WHERE id = $1", [bo.registrationId]);
      await test.app.get(BoardLog).personChanged(manager, eventId, bo.registrationId);
    });
    test.app.get(DomainEvents).emit('board:changed', { eventId });
    const message = await heard;
    expect(message).toMatchObject({ since: 0, version: 3 });
    expect(message.changes).toHaveLength(2);
    expect(Math.max(...message.changes.map(({ version }) => version))).toBe(3);
    await noEvent(socket, 'board:changed');
    socket.close();
  });

  it('refuses who may not look, and any other shape, always with an answer', async () => {
    const door = await createHelper(test.dataSource, eventId, 'door');
    const stranger = await createAccount(test.dataSource);
    for (const [who, code] of [
      [door, 'not_allowed'],
      [stranger, 'not_found'],
    ] as const) {
      const socket = await connect(test.url, who.cookie);
      expect(await ask(socket, 'board:watch', { eventId, since: 0 })).toMatchObject({ ok: false, error: { code } });
      for (const input of [
        undefined,
        null,
        [],
        { eventId },
        { eventId, since: -1 },
        { eventId: 'x', since: 0 },
        { eventId, since: 0, more: 1 },
      ])
        expect(await ask(socket, 'board:watch', input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      socket.close();
    }
  });

  it.each([
    ['cancels', (who: TestAttendee) => as(who).post(`/api/events/${eventId}/me/cancel`).expect(204)],
    [
      'takes back taking part',
      (who: TestAttendee) =>
        as(who)
          .patch(`/api/events/${eventId}/me`)
          .send({ consents: { takePart: false, board: true, screen: true, suggestions: true } })
          .expect(200),
    ],
  ])('whoever %s hears nothing more', async (_, leave) => {
    const [ann, bo] = [await present(), await present()];
    const socket = await connect(test.url, bo.cookie);
    await ask(socket, 'board:watch', { eventId, since: 0 });
    await leave(bo);
    await test.settled();
    await new Promise((resolve) => setTimeout(resolve, 120));
    const silence = noEvent(socket, 'board:changed');
    await setPresence(ann, 'talking');
    await silence;
    socket.close();
  });
});
