import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardPerson, BoardSnapshot } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import { BoardPhone, type PhoneOptions } from '../board-phone.js';
import { type BoardWitness, lookOfBoard } from '../board-witness.js';
import { createHelper } from '../factories.js';
import { until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { actAtRandom, callsTo, createBoardScene, type Scene } from './board-acts.js';
import { BoardTruth } from './board-truth.js';
import { MortalNode } from './mortal-node.js';

/** A longer run: MODEL_BOARDS=30 MODEL_ACTS=400. The same deeds of everybody again: MODEL_SEED, which a failure names. */
const BOARDS = Number(process.env.MODEL_BOARDS ?? 4);
const ACTS = Number(process.env.MODEL_ACTS ?? 25);
const MOST_ACTS = 40 * ACTS;
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122);
const NODES = 2;
/** Who act on one board at the same time, each one act after the other. */
const ACTORS = 4;
/** Every so often something befalls the servers, and every fourth time one of them dies. */
const FATE_EVERY_MS = 700;
const KILL_EVERY = 4;
/** Hints may have been lost to the last; each node then looks by itself every two seconds. */
const PATIENCE_MS = 120_000;

/** Everybody who watches one board: how they are connected, and whatever they saw before. */
class Watcher {
  readonly witnesses: BoardWitness[] = [];
  private phone: BoardPhone | null = null;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly eventId: string,
    private readonly cookie: string,
    private readonly transport: 'websocket' | 'polling',
    private readonly nodes: () => MortalNode[],
  ) {}

  /** One step of a phone's life. Whatever fails on the way fails as it does for people: the next step tries again. */
  live(random: Dice): Promise<void> {
    const what = random.pick(['stay', 'stay', 'stay', 'sleep', 'move', 'reload', 'cut'] as const);
    const [url, catchUpBy] = [random.pick(this.nodes()).url, random.pick(['ack', 'http'] as const)];
    this.busy = this.busy.then(() => this.step(what, url, catchUpBy)).catch(() => undefined);
    return this.busy;
  }

  /** Awake and connected, whatever it takes. */
  async settle(random: Dice): Promise<BoardPhone> {
    await this.busy;
    await until(async () => {
      await this.step('stay', random.pick(this.nodes()).url, 'ack').catch(() => undefined);
      return this.phone?.socket.connected === true && !this.phone.asleep;
    });
    return this.phone as BoardPhone;
  }

  close(): void {
    this.phone?.close();
  }

  private async step(what: 'stay' | 'sleep' | 'move' | 'reload' | 'cut', url: string, catchUpBy: 'ack' | 'http') {
    const { phone } = this;
    const options: PhoneOptions = { transports: [this.transport], catchUpBy };
    if (phone === null || what === 'reload') return this.open(url, options);
    if (what === 'cut') phone.socket.io.engine.close();
    else if (what === 'sleep') phone.asleep = true;
    else if (!phone.socket.connected || what === 'move') this.phone = await BoardPhone.resume(phone, url, options);
    else if (phone.asleep) {
      phone.asleep = false;
      await phone.catchUp();
    }
  }

  private async open(url: string, options: PhoneOptions): Promise<void> {
    const opened = await BoardPhone.open(url, this.cookie, this.eventId, options);
    this.phone?.close();
    this.phone = opened;
    this.witnesses.push(opened.witness);
  }
}

/** A log whose cursor is a sequence, read as ours is: the negative control. */
class SerialReader {
  private cursor = 0;
  private readonly boards = new Map<string, Map<string, BoardPerson>>();
  private reading: Promise<void>;
  private stopped = false;

  private constructor(private readonly db: DataSource) {
    this.reading = this.readOn();
  }

  /** Every change notes itself where it is made, and then takes a moment until its commit. */
  static async start(db: DataSource): Promise<SerialReader> {
    await db.query('CREATE TABLE serial_log (seq bigserial PRIMARY KEY, event_id uuid, registration_id uuid)');
    await db.query(`CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO serial_log (event_id, registration_id) VALUES (NEW.event_id, NEW.id);
      PERFORM pg_sleep(random() * 0.02);
      RETURN NULL;
    END $$`);
    await db.query(`CREATE TRIGGER note_change AFTER UPDATE OF name, headline, presence, place_id, status, board_level, consent_board,
      consent_take_part, checked_in_at ON registrations FOR EACH ROW EXECUTE FUNCTION note_change()`);
    return new SerialReader(db);
  }

  begin(eventId: string, people: readonly BoardPerson[]): void {
    this.boards.set(eventId, new Map(people.map((person) => [person.id, person])));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
    await this.read();
  }

  /** How many people it shows otherwise than the board does now, by their names and where they are. */
  wrong(eventId: string, now: readonly BoardPerson[]): number {
    const mine = this.boards.get(eventId) ?? new Map<string, BoardPerson>();
    const short = ({ name, presence, placeId }: BoardPerson) => JSON.stringify([name, presence, placeId]);
    const differ = now.filter((person) => {
      const known = mine.get(person.id);
      return known === undefined || short(known) !== short(person);
    });
    return differ.length + [...mine.keys()].filter((id) => !now.some((person) => person.id === id)).length;
  }

  private async readOn(): Promise<void> {
    while (!this.stopped) {
      await this.read();
      await sleep(5);
    }
  }

  private async read(): Promise<void> {
    const rows: { seq: number; eventId: string; id: string; person: BoardPerson | null }[] = await this.db.query(
      `SELECT seq::integer, l.event_id AS "eventId", l.registration_id AS id, CASE WHEN r.on_board THEN
         json_build_object('id', r.id, 'name', r.name, 'presence', r.presence, 'placeId', r.place_id) END AS person
       FROM serial_log l JOIN registrations r ON r.id = l.registration_id WHERE seq > $1 ORDER BY seq`,
      [this.cursor],
    );
    for (const { seq, eventId, id, person } of rows) {
      this.cursor = seq;
      if (person) this.boards.get(eventId)?.set(id, person);
      else this.boards.get(eventId)?.delete(id);
    }
  }
}

interface Story {
  scene: Scene;
  truth: BoardTruth;
  watchers: Watcher[];
  random: Dice;
}

describe(`B3: ${BOARDS} boards, each with ${ACTORS * ACTS} acts of whatever may happen, seed ${SEED}`, () => {
  let database: TestDatabase;
  let db: DataSource;
  let serial: SerialReader;
  let nodes: MortalNode[] = [];
  const dead: MortalNode[] = [];
  const stories: Story[] = [];
  const alive = () => nodes.filter(({ isAlive }) => isAlive);
  const random = dice(SEED);

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    while (nodes.length < NODES) nodes.push(await MortalNode.start(database));
    serial = await SerialReader.start(db);
    for (let at = 0; at < BOARDS; at += 1) stories.push(await begin(at));
  }, 300_000);
  afterAll(async () => {
    for (const { watchers } of stories) for (const watcher of watchers) watcher.close();
    for (const node of [...nodes, ...dead]) await node.bury();
    await serial.stop();
    await db.destroy();
    await database.drop();
  });

  async function begin(at: number): Promise<Story> {
    const scene = await createBoardScene(db);
    const first = await snapshot(random.pick(nodes), scene);
    serial.begin(scene.eventId, first.people);
    const watchers: Watcher[] = [];
    for (const transport of ['websocket', 'websocket', 'polling'] as const) {
      const { cookie } = await createHelper(db, scene.eventId, 'host');
      watchers.push(new Watcher(scene.eventId, cookie, transport, alive));
    }
    return { scene, truth: new BoardTruth(db, scene.eventId, first), watchers, random: dice(SEED + 1 + at) };
  }

  async function snapshot(node: MortalNode, { eventId, organizer }: Scene): Promise<BoardSnapshot> {
    return (await callsTo(node.url)('GET', `events/${eventId}/board`, organizer.cookie))?.body as BoardSnapshot;
  }

  /** What befalls the servers while people act and phones come and go. */
  async function befall(fate: number): Promise<void> {
    const victim = random.pick(alive());
    if (fate % KILL_EVERY === 0) {
      victim.kill();
      dead.push(victim);
      nodes = alive();
      nodes.push(await MortalNode.start(database));
    } else if (random.chance(0.3)) victim.cut('all');
    else {
      for (const node of alive()) node.loseHints(random.chance(0.4));
      for (let cut = 0; cut < 3; cut += 1) random.pick(alive()).cut('one');
    }
    for (const { app } of alive()) app.clock.set(new Date());
  }

  /** A server has died, and a phone has noticed that it missed something: on a quick machine that may take a few acts more. */
  function isProven(): boolean {
    const seen = stories.flatMap(({ watchers }) => watchers.flatMap(({ witnesses }) => witnesses));
    return dead.length > 0 && seen.some(({ counts }) => counts.gaps > 0);
  }

  async function act({ scene, random: own }: Story): Promise<void> {
    for (let acts = 0; acts < ACTS || (!isProven() && acts < MOST_ACTS); acts += 1) {
      const url = own.pick(alive()).url;
      await actAtRandom(scene, callsTo(url), own);
      await sleep(own.between(0, 30));
    }
  }

  /** Somebody new comes, which every board shows. */
  async function lastWord({ slug, eventId, organizer }: Scene, own: Dice): Promise<void> {
    const call = callsTo(own.pick(alive()).url);
    const consents = { takePart: true, board: true, screen: true, suggestions: true };
    const contact = { kind: 'wechat', value: 'wx_the_last' };
    const guest = {
      requestId: randomUUID(),
      name: 'The last',
      contact,
      goal: { kind: 'curious' },
      consents,
      locale: 'en',
    };
    let registrationId: string | undefined;
    await until(async () => {
      const joined = await call('POST', `public/events/${slug}/registrations`, '', guest);
      ({ registrationId } = (joined?.body ?? {}) as { registrationId?: string });
      return registrationId !== undefined;
    });
    const scan = { scanId: randomUUID(), registrationId };
    await until(async () => {
      const scanned = await call('POST', `events/${eventId}/check-ins`, organizer.cookie, scan);
      return scanned !== null && scanned.status < 300;
    });
  }

  async function tellEverything(): Promise<void> {
    let over = false;
    const keepOn = async (pause: () => number, step: (turn: number) => Promise<unknown>) => {
      for (let turn = 1; !over; turn += 1) {
        await sleep(pause());
        await step(turn);
      }
    };
    const around = stories.flatMap(({ watchers, truth, random: own }) => [
      keepOn(
        () => 500,
        () => truth.follow(),
      ),
      ...watchers.map((watcher) =>
        keepOn(
          () => own.between(50, 500),
          () => watcher.live(own),
        ),
      ),
    ]);
    const fates = keepOn(() => FATE_EVERY_MS, befall);
    const acting = stories.flatMap((story) => Array.from({ length: ACTORS }, () => act(story)));
    await Promise.all(acting).finally(() => {
      over = true;
    });
    await Promise.all([fates, ...around]);
    for (const node of alive()) node.calm();
  }

  it('every phone shows at each version what the board was then, and in the end what a new one sees', async () => {
    await tellEverything();
    const phones = await Promise.all(
      stories.map(async ({ watchers, random: own }) => Promise.all(watchers.map((watcher) => watcher.settle(own)))),
    );
    await Promise.all(stories.map(({ truth }) => truth.follow()));
    // The last word falls while servers do not hear each other, and from here on nobody asks: it must come by itself.
    for (const node of alive()) node.loseHints(true);
    await Promise.all(stories.map(({ scene, random: own }) => lastWord(scene, own)));
    const late = () =>
      stories.flatMap(({ truth }, at) => (phones[at] ?? []).filter(({ version }) => version !== truth.version));
    await until(async () => {
      // What somebody asked for and got no answer to may be done long after.
      await Promise.all(stories.map(({ truth }) => truth.follow()));
      return late().length === 0;
    }, PATIENCE_MS).catch(() => undefined);
    expect(late().map(({ version, witness }) => ({ version, ...witness.counts }))).toEqual([]);

    for (const { scene, truth, watchers } of stories) {
      expect(truth.shown()).toEqual((await truth.tables()).sort());
      for (const node of alive()) {
        const { version, people } = await snapshot(node, scene);
        expect([version, lookOfBoard(people)]).toEqual([truth.version, truth.look]);
      }
      for (const { faults, looks } of watchers.flatMap(({ witnesses }) => witnesses)) {
        expect(faults).toEqual([]);
        for (const [version, look] of looks)
          expect({ version, look }).toEqual({ version, look: truth.looks.get(version) });
      }
    }
    const seen = stories.flatMap(({ watchers }) => watchers.flatMap(({ witnesses }) => witnesses));
    const total = (of: 'batches' | 'gaps' | 'connections') => seen.reduce((sum, { counts }) => sum + counts[of], 0);
    const told = stories.reduce((sum, { truth }) => sum + truth.version, 0);
    // Or nothing was proven.
    expect(told).toBeGreaterThan((BOARDS * ACTORS * ACTS) / 8);
    expect(total('batches')).toBeGreaterThan(told / 20);
    expect(total('connections')).toBeGreaterThan(seen.length);
    expect(total('gaps')).toBeGreaterThan(0);
    expect(dead.length).toBeGreaterThan(0);
  }, 600_000);

  it('a log whose cursor is a sequence ends with boards that are wrong', async () => {
    await serial.stop();
    const wrong = await Promise.all(
      stories.map(async ({ scene }) =>
        serial.wrong(scene.eventId, (await snapshot(random.pick(alive()), scene)).people),
      ),
    );
    expect(wrong.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});
