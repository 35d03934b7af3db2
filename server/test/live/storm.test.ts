import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardSnapshot } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import { BoardPhone } from '../board-phone.js';
import { lookOfBoard } from '../board-witness.js';
import { createAttendee, createEvent, type TestAttendee } from '../factories.js';
import { type FaultProxy, faultProxy } from '../faults.js';
import { NodeProcess } from '../node-process.js';
import { describeWithRedis, TestRedis } from '../redis.js';
import { until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { type Call, callsTo } from './board-acts.js';
import { BoardTruth } from './board-truth.js';

/** For each of the two that carry messages. The long run: STORM_CUTS=250 STORM_KILLS=10 STORM_LOSSES=5. */
const CUTS = Number(process.env.STORM_CUTS ?? 50);
const KILLS = Number(process.env.STORM_KILLS ?? 1);
const LOSSES = Number(process.env.STORM_LOSSES ?? 1);
const PHONES = 50;
const NODES = 3;
const SEED = 20_261_122;
const PATIENCE_MS = 120_000;

/** A person with a phone: hears, and says something now and then, again and again until the server has taken it. */
class Person {
  phone: BoardPhone | null = null;
  readonly taken: { headlines: string[]; messages: string[] } = { headlines: [], messages: [] };
  private stopped = false;
  private living: Promise<unknown> = Promise.resolve();

  constructor(
    readonly who: TestAttendee,
    private readonly urls: readonly string[],
    private readonly random: Dice,
  ) {}

  begin(): void {
    this.living = Promise.all([this.stayConnected(), this.saySomething()]);
    // Whoever waits for the end hears of it.
    this.living.catch(() => undefined);
  }

  /** Says nothing new, and stays on the line. */
  async fallSilent(): Promise<void> {
    this.stopped = true;
    await this.living;
    await until(() => this.connect().catch(() => false), PATIENCE_MS);
  }

  private async stayConnected(): Promise<void> {
    while (!this.stopped) {
      await this.connect().catch(() => false);
      await sleep(this.random.between(50, 250));
    }
  }

  private async connect(): Promise<boolean> {
    const { phone, who } = this;
    if (phone?.socket.connected) return true;
    const url = this.random.pick(this.urls);
    this.phone = phone ? await BoardPhone.resume(phone, url) : await BoardPhone.open(url, who.cookie, who.eventId);
    return true;
  }

  private async saySomething(): Promise<void> {
    const path = `events/${this.who.eventId}`;
    for (let count = 0; !this.stopped; count += 1) {
      await sleep(this.random.between(600, 1800));
      const text = `${this.who.name} #${String(count).padStart(4, '0')}`;
      const clientId = randomUUID();
      if (count % 3 === 0) {
        await this.untilTaken((call, cookie) => call('PATCH', `${path}/me`, cookie, { headline: text }));
        this.taken.headlines.push(text);
      } else if (count % 3 === 1) {
        await this.untilTaken((call, cookie) => call('POST', `${path}/messages`, cookie, { clientId, text }));
        this.taken.messages.push(text);
      } else {
        const presence = this.random.pick(['free', 'talking', 'away']);
        await this.untilTaken((call, cookie) => call('PUT', `${path}/me/presence`, cookie, { presence }));
      }
    }
  }

  /** No answer, or one that asks to come back: the same once more, to whichever server. */
  private async untilTaken(say: (call: Call, cookie: string) => ReturnType<Call>): Promise<void> {
    await until(async () => {
      const answer = await say(callsTo(this.random.pick(this.urls)), this.who.cookie);
      if (answer && answer.status < 300) return true;
      if (answer && answer.status !== 503) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
      await sleep(this.random.between(50, 150));
      return false;
    }, PATIENCE_MS);
  }
}

interface Carrier {
  redis: TestRedis | null;
  lose: () => Promise<void>;
}

class Storm {
  nodes: NodeProcess[] = [];
  proxies: FaultProxy[] = [];
  people: Person[] = [];
  readonly done = { cuts: 0, kills: 0, losses: 0 };
  private readonly random = dice(SEED);

  private constructor(
    private readonly database: TestDatabase,
    readonly db: DataSource,
    private readonly carrier: Carrier,
  ) {}

  static async gather(redis: TestRedis | null): Promise<Storm> {
    const database = await createTestDatabase();
    const db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    const lose = redis ? () => restart(redis) : () => endListeners(db);
    const storm = new Storm(database, db, { redis, lose });
    const services = { databaseUrl: database.url, ...(redis && { redisUrl: redis.url }) };
    const starting = await Promise.allSettled(Array.from({ length: NODES }, () => NodeProcess.start(services)));
    storm.nodes = starting.flatMap((node) => (node.status === 'fulfilled' ? [node.value] : []));
    const failed = starting.find((node) => node.status === 'rejected');
    if (failed) {
      await storm.stop();
      throw failed.reason;
    }
    storm.proxies = await Promise.all(storm.nodes.map(({ port }) => faultProxy(port)));
    return storm;
  }

  async invite(): Promise<BoardTruth> {
    const { eventId } = await createEvent(this.db, { capacity: 500 });
    const urls = this.proxies.map(({ port }) => `http://127.0.0.1:${port}`);
    for (let at = 0; at < PHONES; at += 1) {
      const who = await createAttendee(this.db, eventId, { checkedIn: true, name: `Guest ${at}` });
      this.people.push(new Person(who, urls, dice(SEED + at)));
    }
    return new BoardTruth(this.db, eventId, await this.snapshot(0));
  }

  async snapshot(node: number): Promise<BoardSnapshot> {
    const { eventId, cookie } = this.people[0]!.who;
    return (await callsTo(this.nodes[node]!.url)('GET', `events/${eventId}/board`, cookie))?.body as BoardSnapshot;
  }

  /** All three at the same time, until there was enough of each. */
  async rage(truth: BoardTruth): Promise<void> {
    let over = false;
    const following = (async () => {
      for (; !over; await sleep(300)) await truth.follow();
    })();
    await Promise.all([this.cut(), this.kill(), this.loseCarrier()]);
    over = true;
    await following;
  }

  async stop(): Promise<void> {
    for (const { phone } of this.people) phone?.close();
    await Promise.all(this.nodes.map((node) => node.close()));
    await Promise.all(this.proxies.map((proxy) => proxy.close()));
    await this.db.destroy();
    await this.database.drop();
    await this.carrier.redis?.kill();
  }

  private async cut(): Promise<void> {
    const { random, proxies } = this;
    const made = () => proxies.reduce((sum, proxy) => sum + proxy.cutNoMore(), 0);
    while (made() < CUTS) {
      random.pick(proxies).cutWithin();
      await sleep(random.between(20, 60));
    }
    this.done.cuts = made();
  }

  private async kill(): Promise<void> {
    for (; this.done.kills < KILLS; this.done.kills += 1) {
      await sleep(this.random.between(300, 1500));
      const victim = this.random.pick(this.nodes);
      await victim.end('SIGKILL');
      await victim.start();
    }
  }

  private async loseCarrier(): Promise<void> {
    for (; this.done.losses < LOSSES; this.done.losses += 1) {
      await sleep(this.random.between(500, 1500));
      await this.carrier.lose();
    }
  }
}

/** What servers hear each other by: the connections that LISTEN, and those that look whether they still do. */
async function endListeners(db: DataSource): Promise<void> {
  const end = () =>
    db.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND (query ILIKE 'LISTEN %' OR query = 'SELECT 1')`,
    );
  // Servers that have just lost them are on their way back.
  await until(async () => (await end()).length > 0, PATIENCE_MS);
}

async function restart(redis: TestRedis): Promise<void> {
  await redis.kill();
  await sleep(1000);
  await redis.start();
}

/** The same story whatever carries what servers tell each other. */
async function outlive(storm: Storm): Promise<void> {
  const truth = await storm.invite();
  const { people } = storm;
  for (const person of people) person.begin();
  await until(() => people.every(({ phone }) => phone?.socket.connected === true), PATIENCE_MS);
  await storm.rage(truth);
  await Promise.all(people.map((person) => person.fallSilent()));
  await truth.follow();
  const phones = people.map(({ phone }) => phone as BoardPhone);
  // From here on nobody asks: what is missing must come by itself.
  await until(() => phones.every(({ version }) => version === truth.version), PATIENCE_MS).catch(() => undefined);
  expect(phones.map(({ version }) => version).filter((version) => version !== truth.version)).toEqual([]);

  expect(phones.flatMap(({ witness }) => witness.faults)).toEqual([]);
  for (const { witness } of phones)
    for (const [version, look] of witness.looks)
      expect({ version, look }).toEqual({ version, look: truth.looks.get(version) });
  expect(truth.shown()).toEqual((await truth.tables()).sort());
  for (const at of storm.nodes.keys()) {
    const { version, people: shown } = await storm.snapshot(at);
    expect([version, lookOfBoard(shown)]).toEqual([truth.version, truth.look]);
  }
  for (const { who, taken } of people) {
    // What a phone said more than once because no answer came stands there more than once, one after the other.
    expect([...new Set(truth.headlines.get(who.registrationId))].filter((text) => text !== '')).toEqual(
      taken.headlines,
    );
    const rows: { text: string }[] = await storm.db.query(
      'SELECT text FROM room_messages WHERE author_account_id = $1 ORDER BY seq',
      [who.accountId],
    );
    expect(rows.map(({ text }) => text)).toEqual(taken.messages);
  }
  const seqs: { count: number; last: number }[] = await storm.db.query(
    'SELECT count(*)::integer, max(seq)::integer AS last FROM room_messages',
  );
  expect(seqs[0]?.last).toBe(seqs[0]?.count);
  expect(storm.nodes.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(storm.done).toEqual({ cuts: expect.any(Number), kills: KILLS, losses: LOSSES });
  expect(storm.done.cuts).toBeGreaterThanOrEqual(CUTS);
  // Or nothing was proven.
  expect(truth.version).toBeGreaterThan(PHONES);
  expect(phones.reduce((sum, { witness }) => sum + witness.counts.connections, 0)).toBeGreaterThan(PHONES + CUTS / 4);
}

const NAME = `F1, F17: ${PHONES} phones, ${CUTS} cuts, ${KILLS} servers killed, ${LOSSES} times no word between them: nothing is lost, twice or out of order`;

describe('a storm over PostgreSQL', () => {
  let storm: Storm | undefined;
  beforeAll(async () => {
    storm = await Storm.gather(null);
  }, 300_000);
  afterAll(() => storm?.stop());
  it(NAME, () => outlive(storm!), 1_200_000);
});

describeWithRedis('a storm over Redis', () => {
  let storm: Storm | undefined;
  beforeAll(async () => {
    storm = await Storm.gather(await TestRedis.start());
  }, 300_000);
  afterAll(() => storm?.stop());
  it(NAME, () => outlive(storm!), 1_200_000);
});
