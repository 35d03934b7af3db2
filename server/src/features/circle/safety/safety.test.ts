import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, Module, type NestInterceptor } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { BlockedPeople, ReportList } from '@teabreak/shared';
import { Observable } from 'rxjs';
import {
  acquaint,
  createAttendee,
  createEvent,
  createHelper,
  createRegistration,
  grantRole,
  type TestAttendee,
  unknownId,
} from '../../../../test/factories.js';
import { connect, nextEvent, noEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp } from '../../../../test/test-app.js';
import { CircleService } from '../circle.service.js';

/** The statements of the request that is being answered; what timers do meanwhile is nobody's request. */
const ofThisRequest = new AsyncLocalStorage<string[]>();
const handled: string[][] = [];

@Injectable()
class CountStatements implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    const statements: string[] = [];
    handled.push(statements);
    return new Observable((answer) => ofThisRequest.run(statements, () => next.handle().subscribe(answer)));
  }
}

@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: CountStatements }] })
class CountedRequests {}

let app: TestApp;
let eventId: string;
let ann: TestAttendee;
let ben: TestAttendee;

beforeAll(async () => {
  app = await createTestApp({ imports: [CountedRequests] });
  app.clock.set(new Date());
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ eventId } = await createEvent(app.dataSource));
  [ann, ben] = [await attendee('Ann'), await attendee('Ben')];
});

const attendee = (name: string, options: Parameters<typeof createAttendee>[2] = {}) =>
  createAttendee(app.dataSource, eventId, { name, checkedIn: true, ...options });
const person = (other: { registrationId: string }, what: string) =>
  `/api/events/${eventId}/people/${other.registrationId}/${what}`;
const as = ({ cookie }: { cookie: string }) => app.phone({ cookie });
const blocks = async (by: TestAttendee): Promise<BlockedPeople['blocked']> =>
  (await as(by).get('/api/me/blocks').expect(200)).body.blocked;
const isBlocked = (one: TestAttendee, other: TestAttendee) =>
  app.app.get(CircleService).isBlocked(one.accountId, other.accountId);

describe('I6: block', () => {
  it('works twice, against people who hid or left, and by whoever was blocked first', async () => {
    const left = await attendee('Left', { status: 'cancelled', boardLevel: 'hidden', checkedIn: false });
    for (const [by, other] of [
      [ann, ben],
      [ann, ben],
      [ben, ann],
      [ann, left],
    ] as const)
      await as(by).post(person(other, 'block')).expect(204);
    const unclaimed = await createRegistration(app.dataSource, eventId, null);
    for (const nobody of [unclaimed, ann, { registrationId: unknownId() }])
      await as(ann).post(person(nobody, 'block')).expect(404);
    for (const [by, other] of [
      [ann, ben],
      [ben, ann],
    ] as const) {
      expect(await isBlocked(ann, ben)).toBe(true);
      await as(by).delete(person(other, 'block')).expect(204);
    }
    expect(await isBlocked(ann, ben)).toBe(false);
  });

  it('is taken back in "me", also where no event shows the person any more; nobody sees who has blocked them', async () => {
    await as(ann).post(person(ben, 'block')).expect(204);
    expect(await blocks(ann)).toEqual([{ accountId: ben.accountId, name: 'Ben', at: expect.stringMatching(/Z$/) }]);
    expect(await blocks(ben)).toEqual([]);
    await app.dataSource.query('DELETE FROM registrations WHERE id = $1', [ben.registrationId]);
    await as(ben).delete(`/api/me/blocks/${ann.accountId}`).expect(404);
    expect(await isBlocked(ann, ben)).toBe(true);
    await as(ann).delete(`/api/me/blocks/${ben.accountId}`).expect(204);
    await as(ann).delete(`/api/me/blocks/${ben.accountId}`).expect(404);
    expect(await blocks(ann)).toEqual([]);
    expect(await isBlocked(ann, ben)).toBe(false);
  });

  it('what was known before is known again once it is taken back', async () => {
    await acquaint(app.dataSource, ann, ben);
    const known = async (by: TestAttendee) => (await as(by).get(`/api/events/${eventId}/circle`)).body.known.length;
    await as(ann).post(person(ben, 'block')).expect(204);
    expect([await known(ann), await known(ben)]).toEqual([0, 0]);
    await as(ann).delete(person(ben, 'block')).expect(204);
    expect([await known(ann), await known(ben)]).toEqual([1, 1]);
  });

  it('holds in the group room: I no longer read them, everybody else does, and pages stay full', async () => {
    const cy = await attendee('Cy');
    const say = (by: TestAttendee, text: string) =>
      as(by).post(`/api/events/${eventId}/messages`).send({ clientId: randomUUID(), text }).expect(201);
    for (const text of ['1', '2', '3']) {
      await say(ben, `ben ${text}`);
      await say(cy, `cy ${text}`);
    }
    const read = async (by: TestAttendee, query = '') =>
      (await as(by).get(`/api/events/${eventId}/messages${query}`).expect(200)).body.messages.map(
        ({ text }: { text: string }) => text,
      );
    const before = await read(ben);
    await as(ann).post(person(ben, 'block')).expect(204);
    expect(await read(ann)).toEqual(['cy 1', 'cy 2', 'cy 3']);
    expect(await read(ann, '?limit=2')).toEqual(['cy 2', 'cy 3']);
    expect(await read(ann, '?after=2')).toEqual(['cy 2', 'cy 3']);
    expect([await read(ben), await read(cy)]).toEqual([before, before]);
  });
});

describe('I6: the blocked one notices nothing', () => {
  interface Place {
    eventId: string;
    /** Is blocked, or somebody leaves. */
    reader: TestAttendee;
    kate: TestAttendee;
    other: TestAttendee;
  }

  /** Reader and other fit, know Kate, know each other by a question, and the reader waits for an introduction to the other one. */
  async function place(): Promise<Place> {
    ({ eventId } = await createEvent(app.dataSource, { title: 'Mixer' }));
    const goal = { kind: 'find-job' as const, seeks: ['visa support'], offers: ['backend engineer'] };
    const reader = await attendee('Reader', {
      goal: { kind: 'hire', seeks: ['backend engineer'], offers: ['visa support'] },
    });
    const [other, kate, third] = [
      await attendee('Other', { goal }),
      await attendee('Kate'),
      await attendee('Third', { goal }),
    ];
    for (const one of [reader, other, third]) await acquaint(app.dataSource, one, kate);
    await as(reader).post(person(other, 'acquaintance')).expect(200);
    await as(other).post(`/api/events/${eventId}/messages`).send({ clientId: randomUUID(), text: 'hello' }).expect(201);
    await as(reader)
      .post(`/api/events/${eventId}/introductions`)
      .send({ requestId: randomUUID(), targetId: other.registrationId, introducerId: kate.accountId, line: 'Hi' })
      .expect(201);
    // Somebody who looked before has a list that may change.
    await as(reader).get(`/api/events/${eventId}/suggestions`).expect(200);
    await app.settled();
    return { eventId, reader, kate, other };
  }

  /** Everything the reader can find and do about the other one, with ids and times made the same. */
  async function found({ reader, kate, other }: Place): Promise<string[]> {
    const names = new Map([
      [reader.registrationId, 'READER'],
      [reader.accountId, 'READER-ACCOUNT'],
      [other.registrationId, 'OTHER'],
      [other.accountId, 'OTHER-ACCOUNT'],
      [kate.registrationId, 'KATE'],
      [kate.accountId, 'KATE-ACCOUNT'],
    ]);
    const plain = (text: string) =>
      text
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, (id) => names.get(id) ?? 'ID')
        .replace(/TB1\.[\w.-]+/gu, 'TICKET')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'TIME');
    const answers: string[] = [];
    const note = async (asked: PromiseLike<{ status: number; text: string }>) => {
      const { status, text } = await asked;
      answers.push(`${status} ${plain(text)}`);
    };
    const base = `/api/events/${eventId}`;
    for (const question of [
      'circle',
      'circle/openings',
      'suggestions',
      'introductions',
      'encounters',
      'messages',
      'me',
    ])
      await note(as(reader).get(`${base}/${question}`));
    for (const what of ['', 'introducers', 'card.vcf'])
      await note(as(reader).get(person(other, what).replace(/\/$/, '')));
    await note(as(reader).post(person(other, 'acquaintance')));
    await note(as(reader).delete(person(other, 'acquaintance')));
    await note(as(reader).post(`${base}/encounters`).send({ personId: other.registrationId }));
    for (const introducerId of [kate.accountId, null])
      await note(
        as(reader)
          .post(`${base}/introductions`)
          .send({ requestId: randomUUID(), targetId: other.registrationId, introducerId, line: 'Hi' }),
      );
    await note(as(reader).post(person(other, 'report')).send({ reason: 'gone' }));
    await note(as(reader).get('/api/me/blocks'));
    await note(as(reader).post(person(other, 'block')));
    return answers;
  }

  /** What the reader's phone hears while it happens. */
  async function heard(here: Place, happens: () => Promise<unknown>): Promise<string[]> {
    const socket = await connect(app.url, here.reader.cookie);
    const frames = new Set<string>();
    socket.onAny((name: string) => frames.add(name));
    await happens();
    // Turns, not time: a machine that stands still for a second has still taken none.
    for (let quiet = 0, known = 0; quiet < 60; quiet += 1) {
      await app.settled();
      await sleep(15);
      if (frames.size > known) [quiet, known] = [0, frames.size];
    }
    socket.close();
    return [...frames];
  }

  it('finds, gets, can do and hears exactly what somebody does when the same person has left', async () => {
    const leaving = await place();
    const consents = { takePart: false, board: true, screen: true, suggestions: true };
    const heardLeaving = await heard(leaving, () =>
      as(leaving.other).patch(`/api/events/${leaving.eventId}/me`).send({ consents }).expect(200),
    );
    const control = await found(leaving);
    const blocking = await place();
    const heardBlocking = await heard(blocking, () =>
      as(blocking.other).post(person(blocking.reader, 'block')).expect(204),
    );
    const asBlocked = await found(blocking);
    expect(heardBlocking).toEqual(heardLeaving);
    expect(asBlocked.filter((answer, at) => answer !== control[at])).toEqual([]);
    // It can fail: to somebody who is neither blocked nor left, the same questions are answered otherwise.
    expect(await found(await place())).not.toEqual(control);
  });

  it('costs the server the same statements as somebody who left, so that time tells nothing either', async () => {
    const { reader, kate } = await place();
    const blocker = await attendee('Blocker');
    const left = await attendee('Left', { status: 'cancelled', checkedIn: false });
    await as(blocker).post(person(reader, 'block')).expect(204);
    const { dataSource } = app;
    const plain = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const runner = plain(mode);
      const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
      runner.query = (...given: unknown[]) => {
        ofThisRequest.getStore()?.push(String(given[0]));
        return query(...given) as never;
      };
      return runner;
    };
    const cost = async (ask: () => PromiseLike<unknown>) => {
      handled.length = 0;
      await ask();
      await app.settled();
      expect(handled).toHaveLength(1);
      return handled.flat();
    };
    const post = (path: string, body: object) => as(reader).post(`/api/events/${eventId}/${path}`).send(body);
    const introduction = { introducerId: kate.accountId, line: '' };
    const questions: Record<string, (who: { registrationId: string }) => PromiseLike<unknown>> = {
      person: (who) => as(reader).get(person(who, '').slice(0, -1)),
      introducers: (who) => as(reader).get(person(who, 'introducers')),
      card: (who) => as(reader).get(person(who, 'card.vcf')),
      acquaintance: (who) => as(reader).post(person(who, 'acquaintance')),
      encounter: (who) => post('encounters', { personId: who.registrationId }),
      introduction: (who) =>
        post('introductions', { ...introduction, requestId: randomUUID(), targetId: who.registrationId }),
    };
    try {
      for (const [name, ask] of Object.entries(questions)) {
        const [asBlocked, asLeft] = [await cost(() => ask(blocker)), await cost(() => ask(left))];
        expect([name, asBlocked]).toEqual([name, asLeft]);
        expect(asBlocked.length).toBeGreaterThan(0);
      }
    } finally {
      dataSource.createQueryRunner = plain;
    }
  });
});

describe('I6: report', () => {
  const reports = async (by: { cookie: string }): Promise<ReportList['reports']> =>
    (await as(by).get(`/api/events/${eventId}/reports`).expect(200)).body.reports;

  it('reaches those who run the event with reason and quote, a retry is one report, and they are told', async () => {
    const host = await createHelper(app.dataSource, eventId, 'host');
    const sent = await as(ben)
      .post(`/api/events/${eventId}/messages`)
      .send({ clientId: randomUUID(), text: 'rude words' });
    const socket = await connect(app.url, host.cookie);
    const told = nextEvent(socket, 'reports:changed');
    const report = { reason: 'shouted at me', requestId: randomUUID(), messageId: sent.body.id };
    for (let tap = 0; tap < 2; tap += 1) await as(ann).post(person(ben, 'report')).send(report).expect(204);
    expect(await told).toEqual({ eventId });
    socket.close();
    await as(ben).delete(`/api/events/${eventId}/messages/${sent.body.id}`).expect(204);
    expect(await reports(host)).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/Z$/),
        reason: 'shouted at me',
        quote: 'rude words',
        person: { registrationId: ben.registrationId, name: 'Ben', headline: '', status: 'confirmed', hidden: false },
        reporters: 1,
        by: 'Ann',
        handledAt: null,
      },
    ]);
    // What somebody else wrote is not quoted as theirs.
    const others = await as(ann).post(`/api/events/${eventId}/messages`).send({ clientId: randomUUID(), text: 'mine' });
    await as(ann).post(person(ben, 'report')).send({ messageId: others.body.id }).expect(204);
    expect((await reports(host)).map(({ quote }) => quote)).toContain('');
    const tooLong = await as(ann)
      .post(person(ben, 'report'))
      .send({ reason: 'x'.repeat(2001) })
      .expect(400);
    expect(tooLong.body.fields[0].field).toBe('reason');
  });

  it('the one it is about learns nothing of it, also when they run the event', async () => {
    await grantRole(app.dataSource, eventId, ben.accountId, 'organizer');
    const socket = await connect(app.url, ben.cookie);
    const quiet = noEvent(socket, 'reports:changed');
    await as(ann).post(person(ben, 'report')).send({ reason: 'about Ben' }).expect(204);
    await quiet;
    socket.close();
    expect(await reports(ben)).toEqual([]);
    const host = await createHelper(app.dataSource, eventId, 'host');
    const [report] = await reports(host);
    await as(ben).put(`/api/events/${eventId}/reports/${report?.id}`).send({ handled: true }).expect(404);
    await as(host).put(`/api/events/${eventId}/reports/${report?.id}`).send({ handled: true }).expect(204);
    expect((await reports(host))[0]?.handledAt).not.toBeNull();
    await as(host).put(`/api/events/${eventId}/reports/${report?.id}`).send({ handled: false }).expect(204);
    expect((await reports(host))[0]?.handledAt).toBeNull();
    const elsewhere = await createEvent(app.dataSource);
    const stranger = await createHelper(app.dataSource, elsewhere.eventId, 'organizer');
    await as(stranger)
      .put(`/api/events/${elsewhere.eventId}/reports/${report?.id}`)
      .send({ handled: true })
      .expect(404);
  });

  it('who is hidden by the team is gone at once, cannot undo it, and has their own level back afterwards', async () => {
    const host = await createHelper(app.dataSource, eventId, 'host');
    await as(ben).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'everyone' }).expect(200);
    const onBoard = async () =>
      (await as(ann).get(`/api/events/${eventId}/board`)).body.people.some(
        ({ name }: { name: string }) => name === 'Ben',
      );
    expect(await onBoard()).toBe(true);
    for (let tap = 0; tap < 2; tap += 1) await as(host).put(person(ben, 'hidden')).send({ hidden: true }).expect(204);
    expect(await onBoard()).toBe(false);
    await as(ben).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'everyone' }).expect(200);
    expect(await onBoard()).toBe(false);
    await as(ann).get(`/api/events/${eventId}/people/${ben.registrationId}`).expect(404);
    await as(host).put(person(ben, 'hidden')).send({ hidden: false }).expect(204);
    expect(await onBoard()).toBe(true);
    await as(host)
      .put(person({ registrationId: unknownId() }, 'hidden'))
      .send({ hidden: true })
      .expect(404);
  });
});
