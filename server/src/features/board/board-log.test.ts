import {
  type BoardBatch,
  type BoardChange,
  type BoardChanges,
  type BoardPerson,
  type BoardSnapshot,
  unpackMoves,
} from '@teabreak/shared';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { createAttendee, createEvent, createHelper, type TestAttendee } from '../../../test/factories.js';
import { ask, connect } from '../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { BoardLog } from '../../common/board-log.js';
import { BoardRepository } from './board.repository.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const as = (who: { cookie: string }) => test.phone({ cookie: who.cookie });

/** A board as a phone keeps it. */
class Phone {
  version: number;
  readonly people: Map<string, BoardPerson>;

  constructor({ version, people }: Pick<BoardSnapshot, 'version' | 'people'>) {
    this.version = version;
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  /** An answer: of everybody who changed the last of it. */
  catchUp(answer: BoardChanges): void {
    this.apply({ ...answer, since: this.version });
  }

  /** The rule of the contract: false when something is missing in between. */
  apply({ since, version, changes, moved }: Omit<BoardBatch, 'eventId'>): boolean {
    if (version <= this.version) return true;
    if (since > this.version) return false;
    for (const change of changes) {
      if (change.version <= this.version) continue;
      if (change.kind === 'removed') this.people.delete(change.id);
      else this.people.set(change.person.id, change.person);
    }
    for (const { id, presence, placeId } of unpackMoves(moved))
      this.people.set(id, { ...(this.people.get(id) as BoardPerson), presence, placeId });
    this.version = version;
    return true;
  }

  sorted(): BoardPerson[] {
    return [...this.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

interface Room {
  eventId: string;
  people: TestAttendee[];
  door: { cookie: string };
  read: () => Promise<BoardSnapshot>;
  changes: (since: number) => Promise<BoardChanges>;
  /** The log as it is kept: every version, whoever changed. */
  log: (since: number) => Promise<BoardChange[]>;
  /** From the tables, past cache and log. */
  truth: () => Promise<Phone>;
}

async function room(size: number): Promise<Room> {
  const { eventId } = await createEvent(test.dataSource);
  const door = await createHelper(test.dataSource, eventId, 'organizer');
  const people: TestAttendee[] = [];
  for (let at = 0; at < size; at += 1)
    people.push(
      await createAttendee(test.dataSource, eventId, {
        name: `Guest ${at}`,
        checkedIn: at % 2 === 0,
        goal: { kind: 'curious' },
      }),
    );
  const path = `/api/events/${eventId}/board`;
  return {
    eventId,
    people,
    door,
    read: async () => (await as(door).get(path).expect(200)).body,
    changes: async (since) => (await as(door).get(`${path}/changes`).query({ since }).expect(200)).body,
    log: async (since) => (await test.app.get(BoardRepository).changes(eventId, since))?.changes ?? [],
    truth: async () => {
      const { version, people } = (await test.app.get(BoardRepository).state(eventId))!;
      return new Phone({ version, people: people.map(({ person }) => person) });
    },
  };
}

const ALL = { takePart: true, board: true, screen: true, suggestions: true };
/** What may happen to one person; refusals (not checked in, not confirmed) are part of the game. */
const ACTS = {
  free: ({ eventId }: Room, who: TestAttendee) =>
    as(who).put(`/api/events/${eventId}/me/presence`).send({ presence: 'free' }),
  talk: ({ eventId }: Room, who: TestAttendee) =>
    as(who).put(`/api/events/${eventId}/me/presence`).send({ presence: 'talking' }),
  rename: ({ eventId }: Room, who: TestAttendee) =>
    as(who)
      .patch(`/api/events/${eventId}/me`)
      .send({ name: `Name ${Math.random()}` }),
  hide: ({ eventId }: Room, who: TestAttendee) =>
    as(who).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'hidden' }),
  show: ({ eventId }: Room, who: TestAttendee) =>
    as(who).patch(`/api/events/${eventId}/me`).send({ boardLevel: 'everyone', consents: ALL }),
  withdraw: ({ eventId }: Room, who: TestAttendee) =>
    as(who)
      .patch(`/api/events/${eventId}/me`)
      .send({ consents: { ...ALL, board: false } }),
  checkIn: ({ eventId, door }: Room, who: TestAttendee) =>
    as(door)
      .post(`/api/events/${eventId}/check-ins`)
      .send({ scanId: crypto.randomUUID(), registrationId: who.registrationId }),
  undo: ({ eventId, door }: Room, who: TestAttendee) =>
    as(door).delete(`/api/events/${eventId}/check-ins/${who.registrationId}`),
  confirm: ({ eventId, door }: Room, who: TestAttendee) =>
    as(door).patch(`/api/events/${eventId}/registrations/${who.registrationId}`).send({ status: 'confirmed' }),
  cancel: ({ eventId, door }: Room, who: TestAttendee) =>
    as(door).patch(`/api/events/${eventId}/registrations/${who.registrationId}`).send({ status: 'cancelled' }),
} as const;
type Act = { act: keyof typeof ACTS; who: number };
const PEOPLE = 5;
const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
  who: fc.nat(PEOPLE - 1),
});

describe('B3: exact catch-up', () => {
  it('whatever happens at once, a stale board plus the changes since is the board of now', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        async (waves) => {
          const place = await room(PEOPLE);
          const stale = [new Phone(await place.read())];
          for (const wave of waves) {
            const [reading] = await Promise.all([
              place.read(),
              ...wave.map(({ act: name, who }) => ACTS[name](place, place.people[who]!)),
            ]);
            stale.push(new Phone(reading), new Phone(await place.read()));
          }
          const truth = await place.truth();
          for (const phone of stale) {
            const missed = await place.changes(phone.version);
            const { version, changes, reset } = missed;
            expect(reset).toBe(false);
            expect((await place.log(phone.version)).map((change) => change.version)).toEqual(
              Array.from({ length: version - phone.version }, (_, at) => phone.version + 1 + at),
            );
            // P1: of whom the board no longer shows, the history tells nothing but that.
            const shown = truth.sorted().map(({ id }) => id);
            expect(changes.flatMap((change) => (change.kind === 'put' ? change.person.id : [])).sort()).toEqual(
              shown.filter((id) => changes.some((change) => change.kind === 'put' && change.person.id === id)),
            );
            phone.catchUp(missed);
            expect([phone.version, phone.sorted()]).toEqual([truth.version, truth.sorted()]);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('phones on sockets, one of which loses every other message, end with the same board', async () => {
    const place = await room(PEOPLE);
    const [good, lossy] = [new Phone(await place.read()), new Phone(await place.read())];
    const socket = await connect(test.url, place.door.cookie);
    await ask(socket, 'board:watch', { eventId: place.eventId, since: good.version });
    let gaps = 0;
    let messages = 0;
    const fetches: Promise<void>[] = [];
    const fetch = async (phone: Phone) => phone.catchUp(await place.changes(phone.version));
    socket.on('board:changed', (message) => {
      expect(good.apply(message)).toBe(true);
      messages += 1;
      if (messages % 2 === 0 || lossy.apply(message)) return;
      gaps += 1;
      fetches.push(fetch(lossy));
    });
    const names = Object.keys(ACTS) as (keyof typeof ACTS)[];
    for (let step = 0; step < 120; step += 1) {
      await ACTS[names[(step * 7) % names.length]!](place, place.people[step % PEOPLE]!);
    }
    const truth = await place.truth();
    await until(() => good.version >= truth.version);
    await Promise.all(fetches);
    await fetch(lossy);
    expect(good.sorted()).toEqual(truth.sorted());
    expect(lossy.sorted()).toEqual(truth.sorted());
    expect(gaps).toBeGreaterThan(0);
    socket.close();
  });
});

/** A transaction that stands still where the test wants it to. */
async function transaction(work: (manager: EntityManager) => Promise<unknown>) {
  let commit: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let worked: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    worked = resolve;
  });
  const done = test.dataSource.transaction(async (manager) => {
    await work(manager);
    worked();
    await gate;
  });
  return { ready, commit, done };
}

describe('B3: versions under concurrency', () => {
  it('two changes of one person that overlap are both in the log’s last word', async () => {
    const place = await room(1);
    const [{ registrationId }] = place.people as [TestAttendee];
    const log = test.app.get(BoardLog);
    const first = await transaction(async (manager) => {
      await manager.query(`UPDATE registrations SET presence = 'talking' WHERE id = $1`, [registrationId]);
      await log.personChanged(manager, place.eventId, registrationId);
    });
    await first.ready;
    const second = await transaction(async (manager) => {
      await manager.query(`UPDATE goals SET sentence = 'new' WHERE registration_id = $1`, [registrationId]);
      await log.personChanged(manager, place.eventId, registrationId);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    first.commit();
    await second.ready;
    second.commit();
    await Promise.all([first.done, second.done]);
    expect(await place.log(0)).toMatchObject([
      { version: 1, person: { presence: 'talking', goal: { sentence: '' } } },
      { version: 2, person: { presence: 'talking', goal: { sentence: 'new' } } },
    ]);
  });

  it('whoever reads in between never skips a version; a reader by bigserial does', async () => {
    const place = await room(4);
    const log = test.app.get(BoardLog);
    await test.dataSource.query('CREATE TABLE IF NOT EXISTS serial_log (version bigserial PRIMARY KEY, who uuid)');
    const change = (who: TestAttendee) =>
      transaction(async (manager) => {
        await manager.query('INSERT INTO serial_log (who) VALUES ($1)', [who.registrationId]);
        await manager.query(`UPDATE registrations SET presence = 'away' WHERE id = $1`, [who.registrationId]);
        await log.personChanged(manager, place.eventId, who.registrationId);
      });
    const seen = { counter: [] as number[], serial: [] as number[] };
    let [counter, serial] = [0, 0];
    const read = async () => {
      const news = await place.log(counter);
      counter = (await place.changes(counter)).version;
      seen.counter.push(...news.map((entry) => entry.version).filter((version) => version <= counter));
      const rows: { version: string }[] = await test.dataSource.query(
        'SELECT version FROM serial_log WHERE version > $1 ORDER BY version',
        [serial],
      );
      serial = Number(rows.at(-1)?.version ?? serial);
      seen.serial.push(...rows.map((row) => Number(row.version)));
    };
    const slow = await change(place.people[0]!);
    await slow.ready;
    // A transaction that writes only the serial log, as one without the counter row would: it overtakes.
    const fast = await transaction((manager) =>
      manager.query('INSERT INTO serial_log (who) VALUES ($1)', [place.people[2]!.registrationId]),
    );
    await fast.ready;
    fast.commit();
    await fast.done;
    await read();
    const waiting = await change(place.people[2]!);
    await read();
    slow.commit();
    await slow.done;
    await read();
    await waiting.ready;
    waiting.commit();
    await waiting.done;
    await read();
    expect(seen.counter).toEqual([1, 2]);
    const written: { version: string }[] = await test.dataSource.query(
      'SELECT version FROM serial_log ORDER BY version',
    );
    expect(written.map((row) => Number(row.version)).filter((version) => !seen.serial.includes(version))).toEqual([1]);
  });

  it('a hundred at once: every version exactly once', async () => {
    const place = await room(20);
    const present = place.people.filter((_, at) => at % 2 === 0);
    await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        ACTS[at % 3 === 0 ? 'talk' : 'rename'](place, present[at % present.length]!).expect(200),
      ),
    );
    const { version } = await place.changes(0);
    expect((await place.log(0)).map((change) => change.version)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(version).toBe(100);
    expect(new Phone(await place.read()).sorted()).toEqual((await place.truth()).sorted());
  });
});
