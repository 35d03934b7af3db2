import { setTimeout as sleep } from 'node:timers/promises';
import { BoardPhone } from '../../test/board-phone.js';
import { createAttendee, createEvent } from '../../test/factories.js';
import { createTestApp, type TestApp, until } from '../../test/test-app.js';
import { createTestDatabase } from '../../test/test-database.js';
import { drain } from '../drain.js';

const NODES = 3;
const PHONES = 12;
/** On a machine that may stand still for seconds. */
const PATIENCE_MS = 60_000;

it('F17: three nodes restart one after the other; no change is lost, and every phone soon hears again', async () => {
  const database = await createTestDatabase();
  const start = () => createTestApp({ databaseUrl: database.url, config: { databaseUrl: database.url } });
  const nodes: TestApp[] = [];
  while (nodes.length < NODES) nodes.push(await start());
  const db = nodes[0]!.dataSource;
  const { eventId } = await createEvent(db);
  const people = [];
  for (let at = 0; at < PHONES; at += 1) people.push(await createAttendee(db, eventId, { checkedIn: true }));

  const phones = await Promise.all(
    people.map(({ cookie }, at) => BoardPhone.open(nodes[at % NODES]!.url, cookie, eventId)),
  );
  /** As a phone does whose connection has ended: it goes to a node that takes it, and says where it stands. */
  const gone = new Set<number>();
  const comeBack = async (at: number, away: TestApp) => {
    const node = nodes.find((candidate) => candidate !== away)!;
    const { version } = phones[at]!;
    phones[at] = await BoardPhone.resume(phones[at]!, node.url);
    expect(phones[at]!.version).toBeGreaterThanOrEqual(version);
    gone.delete(at);
  };

  let acknowledged = 0;
  let stop = false;
  const write = async ({ cookie }: { cookie: string }, place: number) => {
    for (let at = 0; !stop; at += 1) {
      const presence = ['talking', 'free', 'away'][at % 3];
      const answer = await nodes[(place + at) % NODES]!.phone({ cookie })
        .put(`/api/events/${eventId}/me/presence`)
        .send({ presence })
        .catch(() => null);
      if (answer?.status === 200) acknowledged += 1;
      await sleep(100);
    }
  };
  const writing = Promise.all(people.map(write));

  for (let at = 0; at < NODES; at += 1) {
    const old = nodes[at]!;
    const returns: Promise<void>[] = [];
    for (const [index, phone] of phones.entries()) {
      if (phone.url !== old.url) continue;
      gone.add(index);
      phone.socket.once('disconnect', () => returns.push(comeBack(index, old)));
    }
    expect(await drain({ nest: old.app, sockets: old.sockets }, PATIENCE_MS)).toBe(true);
    nodes[at] = await start();
    await until(() => gone.size === 0, PATIENCE_MS);
    await Promise.all(returns);
  }
  stop = true;
  await writing;
  expect(acknowledged).toBeGreaterThan(20);
  await until(async () => (await Promise.all(phones.map((phone) => phone.isRight()))).every(Boolean), PATIENCE_MS);
  for (const phone of phones) phone.close();
  for (const node of nodes) await node.close();
  await database.drop();
}, 300_000);
