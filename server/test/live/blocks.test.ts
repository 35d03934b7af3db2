import { type BoardBatch, packIds, unpackMoves } from '@teabreak/shared';
import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import { BoardPhone } from '../board-phone.js';
import { lookOfBoard } from '../board-witness.js';
import { createAttendee, createEvent, type TestAttendee } from '../factories.js';
import { createTestApp, type TestApp, until } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { callsTo } from './board-acts.js';

const SEED = Number(process.env.BLOCKS_SEED ?? 20_261_122);
const TURNS = Number(process.env.BLOCKS_TURNS ?? 60);
const GUESTS = 6;

let database: TestDatabase;
let nodes: TestApp[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const start = () => createTestApp({ databaseUrl: database.url, config: { databaseUrl: database.url } });
  nodes = [await start(), await start()];
  for (const { clock } of nodes) clock.set(new Date());
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await database.drop();
});

/** A board, its people's phones and all that they are told. */
class Room {
  readonly phones: BoardPhone[] = [];
  readonly batches: BoardBatch[][] = [];
  /** Everything that came over each phone's connection, as text. */
  readonly packets: string[][] = [];

  private constructor(
    readonly eventId: string,
    readonly guests: readonly TestAttendee[],
  ) {}

  static async open(): Promise<Room> {
    const db = nodes[0]!.dataSource;
    const { eventId } = await createEvent(db, { startsAt: new Date() });
    const guests: TestAttendee[] = [];
    while (guests.length < GUESTS) guests.push(await createAttendee(db, eventId, { checkedIn: true }));
    const room = new Room(eventId, guests);
    for (const [at, { cookie }] of guests.entries()) {
      const transports = at % 3 === 2 ? (['polling'] as const) : (['websocket'] as const);
      const phone = await BoardPhone.open(nodes[at % 2]!.url, cookie, eventId, { transports: [...transports] });
      const [batches, packets]: [BoardBatch[], string[]] = [[], []];
      phone.socket.on('board:changed', (batch) => batches.push(batch));
      phone.socket.io.engine.on('packet', ({ data }) => packets.push(String(data)));
      room.phones.push(phone);
      room.batches.push(batches);
      room.packets.push(packets);
    }
    return room;
  }

  close(): void {
    for (const phone of this.phones) phone.close();
  }

  async version(): Promise<number> {
    const [row]: { version: number }[] = await nodes[0]!.dataSource.query(
      'SELECT board_version::integer AS version FROM events WHERE id = $1',
      [this.eventId],
    );
    return row?.version ?? Number.NaN;
  }

  /** Over either server. */
  async say(random: Dice, who: number, what: object): Promise<void> {
    const isPresence = 'presence' in what;
    const path = `events/${this.eventId}/me${isPresence ? '/presence' : ''}`;
    await this.call(random, who, isPresence ? 'PUT' : 'PATCH', path, what);
  }

  async block(random: Dice, who: number, method: 'POST' | 'DELETE', other: number): Promise<void> {
    const { registrationId } = this.guests[other]!;
    await this.call(random, who, method, `events/${this.eventId}/people/${registrationId}/block`);
  }

  /** What one's phone shows is what one would see who looks now. */
  async settled(at: number): Promise<void> {
    const phone = this.phones[at]!;
    let [shown, fresh] = ['', ''];
    await until(async () => {
      const board = await phone.snapshot();
      [shown, fresh] = [lookOfBoard(phone.people.values()), lookOfBoard(board.people)];
      return shown === fresh && phone.version === board.version;
    }).catch(() => undefined);
    expect(shown).toBe(fresh);
  }

  private async call(random: Dice, who: number, method: string, path: string, body?: object): Promise<void> {
    const answer = await callsTo(random.pick(nodes).url)(method, path, this.guests[who]!.cookie, body);
    expect(answer?.status).toBeLessThan(300);
  }
}

function idsIn({ changes, moved }: BoardBatch): string[] {
  return [
    ...changes.map((change) => (change.kind === 'put' ? change.person.id : change.id)),
    ...unpackMoves(moved).map(({ id }) => id),
  ];
}

describe('I6: two of whom one has blocked the other, on two servers', () => {
  it('hear nothing of each other from then on, and everything else; taken back, each sees the other as they are now', async () => {
    const room = await Room.open();
    const random = dice(SEED);
    const [ann, ben, cy] = [0, 1, 2];
    await room.say(random, ann, { headline: 'before' });
    await until(() =>
      room.phones.every((phone) => phone.people.get(room.guests[ann]!.registrationId)?.headline === 'before'),
    );
    await room.block(random, ann, 'POST', ben);
    const from = room.packets.map(({ length }) => length);
    await room.say(random, ann, { headline: 'a secret' });
    await room.say(random, ben, { headline: 'another secret' });
    await room.say(random, ann, { presence: 'talking' });
    await room.say(random, ben, { presence: 'away' });
    await room.say(random, cy, { headline: 'the marker' });
    const heardMarker = (at: number) => room.packets[at]!.slice(from[at]).some((text) => text.includes('the marker'));
    await until(() => room.phones.every((_, at) => heardMarker(at)));
    const namesOf = (at: number) => [room.guests[at]!.registrationId, packIds([room.guests[at]!.registrationId])];
    const tells = (at: number, of: number) =>
      room.packets[at]!.slice(from[at]).some((text) => namesOf(of).some((name) => text.includes(name)));
    expect([tells(ann, ben), tells(ben, ann)]).toEqual([false, false]);
    expect([tells(cy, ann), tells(cy, ben), tells(ann, ann)]).toEqual([true, true, true]);
    for (const at of room.phones.keys()) await room.settled(at);
    const shows = (at: number, of: number) => room.phones[at]!.people.get(room.guests[of]!.registrationId)?.headline;
    expect([shows(ann, ben), shows(ben, ann), shows(cy, ann)]).toEqual([undefined, undefined, 'a secret']);

    await room.block(random, ann, 'DELETE', ben);
    await until(() => shows(ann, ben) === 'another secret' && shows(ben, ann) === 'a secret');
    for (const at of room.phones.keys()) await room.settled(at);
    expect(room.phones.flatMap(({ witness }) => witness.faults)).toEqual([]);
    room.close();
  });

  it(`of ${TURNS} turns of whatever may happen: no batch tells of who was blocked before it, none leaves out more, seed ${SEED}`, async () => {
    const room = await Room.open();
    const random = dice(SEED);
    /** From the version that the board had then; of each phone the batches that had come when it was taken back. */
    const blocks: { pair: [number, number]; from: number; heard: BoardBatch[][] }[] = [];
    const heardSoFar = () => room.batches.map((batches) => [...batches]);
    const open = new Map<string, { by: number; other: number; from: number }>();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const who = Math.floor(random.between(0, GUESTS));
      const other = (who + 1 + Math.floor(random.between(0, GUESTS - 1))) % GUESTS;
      const known = open.get([who, other].sort().join());
      if (random.chance(0.3) && known === undefined) {
        await room.block(random, who, 'POST', other);
        open.set([who, other].sort().join(), { by: who, other, from: await room.version() });
      } else if (random.chance(0.3) && known !== undefined) {
        open.delete([who, other].sort().join());
        blocks.push({ pair: [known.by, known.other], from: known.from, heard: heardSoFar() });
        await room.block(random, known.by, 'DELETE', known.other);
      } else if (random.chance(0.3)) await room.say(random, who, { headline: `${turn}` });
      else await room.say(random, who, { presence: random.pick(['free', 'talking', 'away']) });
    }
    for (const at of room.phones.keys()) await room.settled(at);
    for (const { by, other, from } of open.values()) blocks.push({ pair: [by, other], from, heard: heardSoFar() });

    const told: string[] = [];
    let toOthers = 0;
    for (const { pair, from, heard } of blocks)
      for (const [at, batches] of heard.entries()) {
        const within = batches.filter(({ since }) => since >= from).flatMap(idsIn);
        const aboutPair = pair.filter((one) => one !== at && within.includes(room.guests[one]!.registrationId));
        if (!pair.includes(at)) toOthers += aboutPair.length;
        else told.push(...aboutPair.map((one) => `${at} was told of ${one} after ${from}`));
      }
    expect(told).toEqual([]);
    // Or nothing was proven.
    expect(toOthers).toBeGreaterThan(0);
    expect(room.phones.flatMap(({ witness }) => witness.faults)).toEqual([]);
    room.close();
  });
});
