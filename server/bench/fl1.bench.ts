import { createHash, randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionCookieName } from '../src/common/session-cookie.js';
import { createEvent } from '../test/factories.js';
import type { Benchmark } from './frame.js';
import { spreadOf } from './frame.js';
import { addGuests } from './guests.js';
import type { HttpLoad, HttpResult } from './load/http-clients.js';
import { LoadProcess } from './load/load-process.js';
import { OrmModule } from './orm/orm.module.js';
import { openWorld, type World } from './world.js';

/** A room, and the phones that open its board for the first time. */
interface Context {
  world: World;
  load: LoadProcess<HttpLoad, HttpResult>;
  eventId: string;
  cookies: string[];
  waits: number[];
  relations: { bytes: number[]; milliseconds: number[] };
}

const SIZES = [160, 1000, 10_000];
/** At once. */
const PHONES = 2;
const BATCH_MS = 2000;
/** As the guests of a break come in: a board that nobody changes would be packed once and for all. */
const CHANGE_EVERY_MS = 200;

const open = (people: number) => async (): Promise<Context> => {
  const world = await openWorld((url) => [OrmModule.with(url)]);
  const { eventId } = await createEvent(world.dataSource);
  const guests = await addGuests(world.dataSource, eventId, people);
  const tokens = guests.slice(0, PHONES).map(() => randomBytes(32).toString('base64url'));
  await world.dataSource.query(
    `INSERT INTO sessions (account_id, token_hash, device, expires_at)
     SELECT id, hash, 'bench', now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS new (id, hash)`,
    [
      guests.slice(0, PHONES).map(({ accountId }) => accountId),
      tokens.map((token) => createHash('sha256').update(token).digest()),
    ],
  );
  await world.dataSource.query('ANALYZE');
  const cookies = tokens.map((token) => `${sessionCookieName(false)}=${token}`);
  const load = LoadProcess.start<HttpLoad, HttpResult>(new URL('./load/http-clients.ts', import.meta.url));
  return { world, load, eventId, cookies, waits: [], relations: { bytes: [], milliseconds: [] } };
};

const ours = ({ eventId }: Context) => `/api/events/${eventId}/board/packed`;
const usual = ({ eventId }: Context) => `/api/baseline/events/${eventId}/board`;
const teardown = async ({ world, load }: Context) => {
  await load.stop();
  await world.stop();
};
const counted = (people: number) => people.toLocaleString('en');

function bytes(people: number): Benchmark<Context> {
  return {
    id: 'FL1',
    title: `The board of ${counted(people)} people comes to a phone for the first time: what is sent`,
    metric: 'bytes on the wire',
    unit: 'B',
    better: 'lower',
    baselineName: 'what TypeORM find answers, as JSON',
    setup: open(people),
    subject: async (context) => {
      const began = performance.now();
      context.relations.bytes.push(await sizeOf(context, `/api/events/${context.eventId}/board/relations`, 'gzip'));
      context.relations.milliseconds.push(performance.now() - began);
      return sizeOf(context, ours(context), 'gzip');
    },
    baseline: (context) => sizeOf(context, usual(context), 'identity'),
    notes: ({ relations }) => [
      `what they are to me comes besides: ${counted(spreadOf(relations.bytes).median)} B within ` +
        `${spreadOf(relations.milliseconds.slice(1)).median.toFixed(0)} ms, after the start ${relations.milliseconds[0]?.toFixed(0)} ms`,
    ],
    teardown,
  };
}

function work(people: number): Benchmark<Context> {
  return {
    id: 'FL1',
    title: `The same, ${counted(people)} people, while one of them changes every ${CHANGE_EVERY_MS} ms: the server's work`,
    metric: 'processor time per phone',
    unit: 'ms',
    better: 'lower',
    baselineName: 'TypeORM find for each phone',
    setup: open(people),
    subject: (context) => workOf(context, ours(context), 'gzip', context.waits),
    baseline: (context) => workOf(context, usual(context), 'identity', []),
    notes: ({ waits }) => [
      `99 % of the boards arrive within ${spreadOf(waits.slice(1)).median.toFixed(0)} ms (median)`,
    ],
    teardown,
  };
}

async function workOf({ world, load, cookies, eventId }: Context, path: string, encoding: string, waits: number[]) {
  const change = () =>
    world.dataSource.query(
      `WITH bumped AS (UPDATE events SET board_version = board_version + 1 WHERE id = $1 RETURNING board_version)
       INSERT INTO board_changes (event_id, version, registration_id, person)
       SELECT $1, board_version, r.id, jsonb_build_object('id', r.id, 'name', r.name, 'headline', r.headline, 'goal', NULL,
         'languages', '[]'::jsonb, 'presence', 'free', 'placeId', NULL, 'search', r.search_keys)
       FROM bumped, LATERAL (SELECT * FROM registrations WHERE event_id = $1 ORDER BY id LIMIT 1) r`,
      [eventId],
    );
  const over = new AbortController();
  const changing = (async () => {
    for (; !over.signal.aborted; await sleep(CHANGE_EVERY_MS)) await change();
  })();
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const { perSecond, p99 } = await load.ask({
    port: world.port,
    path,
    headers: { 'accept-encoding': encoding },
    cookies,
    clients: PHONES,
    kind: 'reads',
    milliseconds: BATCH_MS,
  });
  over.abort();
  await changing;
  const { user, system } = process.cpuUsage(cpu);
  waits.push(p99);
  return (user + system) / 1000 / ((perSecond * (performance.now() - began)) / 1000);
}

function sizeOf({ world, cookies }: Context, path: string, encoding: string): Promise<number> {
  const headers = { cookie: cookies[0], 'accept-encoding': encoding };
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: world.port, path, headers }, (answer) => {
      let read = 0;
      answer.on('data', (chunk: Buffer) => (read += chunk.length));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(read) : reject(new Error(`${answer.statusCode}`))));
    }).on('error', reject);
  });
}

export const benchmarks: readonly Benchmark[] = [
  ...SIZES.map((people) => bytes(people) as Benchmark),
  ...SIZES.map((people) => work(people) as Benchmark),
];
