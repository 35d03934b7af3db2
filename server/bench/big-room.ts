import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { BoardPerson } from '@teabreak/shared';
import type { DataSource } from 'typeorm';
import { BoardLog } from '../src/common/board-log.js';
import { DomainEvents } from '../src/common/domain-events.js';
import { sessionCookieName } from '../src/common/session-cookie.js';
import { createEvent } from '../test/factories.js';
import { addGuests, pick } from './guests.js';
import { openWorld, type World } from './world.js';

/**
 * A room full of people behind a server of its own, for a browser: `big-room.ts COUNT`. Says where it is in one line of JSON. Then each
 * line it is told is how many people a second change what they do; at the end of its input the room closes.
 */
export interface BigRoom {
  origin: string;
  slug: string;
  /** Of the one who looks, who is in the room as well: name and value. */
  cookie: { name: string; value: string };
  count: number;
}

const BEAT_MS = 200;
async function fill(db: DataSource, eventId: string, count: number): Promise<{ ids: string[]; token: string }> {
  const guests = await addGuests(db, eventId, count);
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `INSERT INTO sessions (account_id, token_hash, device, expires_at) VALUES ($1, $2, 'bench', now() + interval '1 day')`,
    [guests[0]?.accountId, createHash('sha256').update(token).digest()],
  );
  await db.query('ANALYZE');
  return { ids: guests.map(({ id }) => id), token };
}

/** People begin and end talks, `perSecond` of them. @returns how it ends */
function stir({ app, dataSource }: World, eventId: string, ids: readonly BoardPerson['id'][], perSecond: number) {
  const each = Math.max(Math.round((perSecond * BEAT_MS) / 1000), 1);
  let at = 0;
  const timer = setInterval(async () => {
    at += each;
    const some = Array.from({ length: each }, (_, n) => pick(ids, (at + n) * 7919));
    await dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE registrations SET presence = CASE presence WHEN 'free' THEN 'talking' ELSE 'free' END WHERE id = ANY($1)`,
        [some],
      );
      await app.get(BoardLog, { strict: false }).peopleChanged(manager, eventId, some);
    });
    app.get(DomainEvents).emit('board:changed', { eventId });
  }, BEAT_MS);
  return () => clearInterval(timer);
}

const count = Number(process.argv[2] ?? 10_000);
const world = await openWorld();
const { eventId, slug } = await createEvent(world.dataSource);
const { ids, token } = await fill(world.dataSource, eventId, count);
const cookie = { name: sessionCookieName(false), value: token };
console.log(JSON.stringify({ origin: world.origin, slug, cookie, count } satisfies BigRoom));
let still = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  still();
  const perSecond = Number(line);
  still = perSecond > 0 ? stir(world, eventId, ids, perSecond) : () => {};
}
still();
await world.stop();
// Whatever a library still holds keeps nobody waiting.
process.exit(0);
