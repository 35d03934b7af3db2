import type { SuggestionsAnswer } from '@teabreak/shared';
import {
  createAttendee,
  createCommonality,
  createContact,
  createEvent,
  type TestAttendee,
} from '../../../../test/factories.js';
import { FakeEmbeddings } from '../../../../test/fake-embeddings.js';
import { connect, nextEvent } from '../../../../test/sockets.js';
import { createTestApp, type TestApp, type TestAppOptions, until } from '../../../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.js';
import { createLogger } from '../../../common/logger.js';
import { EmbeddingsRepository } from './embeddings.repository.js';
import { SAMPLES } from './scale.js';

const KEY = 'sk-canary-key-0123456789';
/** Two languages of which the vocabulary knows nothing. */
const WISH = 'Neulontakurssit';
const GIFT = '뜨개질 강습';

let fake: FakeEmbeddings;
let url: string;
let database: TestDatabase;
let t: TestApp;
let eventId: string;
let ada: TestAttendee;
let bo: TestAttendee;
const lines: string[] = [];

beforeEach(async () => {
  fake = new FakeEmbeddings();
  fake.about('knitting', WISH.toLowerCase(), GIFT);
  url = `${await fake.listen()}/embeddings`;
  database = await createTestDatabase();
  lines.length = 0;
});
afterEach(async () => {
  await t.close();
  await fake.close();
  await database.drop();
});

const open = (embeddings: NonNullable<TestAppOptions['config']>['embeddings']) =>
  createTestApp({
    databaseUrl: database.url,
    config: { embeddings },
    logger: createLogger('trace', { write: (line: string) => void lines.push(line) }),
  });
const start = async (on = true) => {
  t = await open(on ? { url, key: KEY, model: 'tea-1' } : undefined);
  ({ eventId } = await createEvent(t.dataSource));
  const goal = (seeks: string[], offers: string[]) => ({ kind: 'advice' as const, seeks, offers, sentence: '' });
  ada = await createAttendee(t.dataSource, eventId, { name: 'Ada', goal: goal([WISH], ['jazz']) });
  bo = await createAttendee(t.dataSource, eventId, { name: 'Bo', goal: goal(['accountant'], [GIFT]) });
};
const suggestions = async (who: TestAttendee): Promise<SuggestionsAnswer> =>
  (await t.phone({ cookie: who.cookie }).get(`/api/events/${eventId}/suggestions`).expect(200)).body;
const found = async (who: TestAttendee) => (await suggestions(who)).suggestions.map(({ person }) => person.name);

it('M1, M8, M10: finds whom no word connects, says why in their words, and tells them', async () => {
  await start();
  const phone = await connect(t.url, ada.cookie);
  const heard = nextEvent(phone, 'suggestions:changed');
  expect(await found(ada)).toEqual([]);
  expect(await heard).toEqual({ eventId });
  const { suggestions: list } = await suggestions(ada);
  expect(list.map(({ person, direction }) => [person.name, direction])).toEqual([['Bo', 'they-can-help']]);
  const said = list[0]?.reasons.map(({ text }) => text).join(' ');
  expect(said).toContain(WISH);
  expect(said).toContain(GIFT);
  expect(fake.authorizations.every((authorization) => authorization === `Bearer ${KEY}`)).toBe(true);
  phone.close();
});

it('asks for a text once: not after a restart, and not on another server', async () => {
  await start();
  await found(ada);
  await until(async () => (await found(ada)).length > 0);
  const asked = fake.bodies.length;
  expect(new Set(fake.texts).size).toBe(fake.texts.length);
  await t.close();
  t = await open({ url, key: KEY, model: 'tea-1' });
  await found(ada);
  await until(async () => (await found(ada)).length > 0);
  expect(fake.bodies).toHaveLength(asked);
  const { length } = fake.bodies;
  await t.close();
  t = await open({ url, key: KEY, model: 'tea-2' });
  await found(ada);
  await until(async () => (await found(ada)).length > 0);
  expect(fake.bodies.length).toBe(2 * length);
});

it('sends what is sought and offered, and nothing else about anybody', async () => {
  await start();
  const canary = await createAttendee(t.dataSource, eventId, {
    name: 'Canaryname Surcanary',
    headline: 'Canaryheadline',
    company: 'Canarycompany',
    goal: {
      kind: 'advice',
      seeks: ['Canaryname needs wool', 'wool', 'wechat: canary_77'],
      offers: ['mail canary@example.org', 'felt'],
      sentence: 'Canarysentence',
    },
  });
  await createContact(t.dataSource, canary.accountId, 'email', 'canarycontact@example.org');
  for (const visibility of ['everyone', 'suggested', 'introduced', 'nobody'] as const)
    await createCommonality(t.dataSource, canary.accountId, 'hometown', `Canarytown ${visibility}`, visibility);
  const silent = { goal: { kind: 'advice' as const, seeks: ['canarysilent'], offers: [], sentence: '' } };
  await createAttendee(t.dataSource, eventId, { ...silent, consents: { suggestions: false } });
  await createAttendee(t.dataSource, eventId, { ...silent, boardLevel: 'hidden' });
  await found(ada);
  await until(async () => (await found(ada)).length > 0);
  const texts = [WISH.toLowerCase(), 'jazz', 'accountant', GIFT, 'wool', 'felt'];
  expect([...fake.texts].sort()).toEqual([...SAMPLES.flat(), ...texts].sort());
  const bodies = fake.bodies.join('\n');
  expect(bodies).not.toMatch(/canary/iu);
  for (const { registrationId, accountId, sessionId } of [ada, bo, canary])
    for (const id of [registrationId, accountId, sessionId, eventId]) expect(bodies).not.toContain(id);
  for (const body of fake.bodies) expect(Object.keys(JSON.parse(body)).sort()).toEqual(['input', 'model']);
});

describe('an endpoint that', () => {
  const GARBAGE = '{"data":[{"index":0,"embedding":[1e999]}]}';
  const alike = (texts: readonly string[]) =>
    JSON.stringify({ data: texts.map((_, index) => ({ index, embedding: [1, 2, 3] })) });
  it.each<[string, FakeEmbeddings['respond'] | null]>([
    ['is dead', null],
    ['says nothing', () => undefined],
    ['fails', (_, response) => void response.writeHead(500).end(`${KEY} ${WISH}`)],
    ['answers garbage', (_, response) => void response.end(GARBAGE)],
    ['finds everything alike', ({ input }, response) => void response.end(alike(input))],
  ])('%s keeps nobody waiting and changes nothing; no text and no key is in the log', async (_, respond) => {
    if (respond === null) await fake.close();
    else fake.respond = respond;
    await start();
    const cy = await createAttendee(t.dataSource, eventId, {
      name: 'Cy',
      goal: { kind: 'advice', seeks: ['jazz'], offers: ['会计'], sentence: '' },
    });
    await suggestions(ada);
    const began = performance.now();
    const before = await Promise.all([ada, bo, cy].map(suggestions));
    expect(performance.now() - began).toBeLessThan(18_000);
    expect(before[1]?.suggestions.map(({ person }) => person.name)).toEqual(['Cy']);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await Promise.all([ada, bo, cy].map(suggestions))).toEqual(before);
    const log = lines.join('\n');
    expect(log).not.toContain(KEY);
    expect(log).not.toMatch(/neulonta|뜨개질/iu);
    const closing = performance.now();
    await t.close();
    expect(performance.now() - closing).toBeLessThan(18_000);
    t = await open(undefined);
    expect(await Promise.all([ada, bo, cy].map(suggestions))).toEqual(before);
  });
});

it('without an address nothing is asked, and lists are the same', async () => {
  await start(false);
  expect(await found(ada)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await found(ada)).toEqual([]);
  expect(fake.bodies).toEqual([]);
  expect(await t.dataSource.query('SELECT FROM text_embeddings')).toEqual([]);
});

it('the key is in no line of the log, nor are texts', async () => {
  await start();
  await found(ada);
  await until(async () => (await found(ada)).length > 0);
  const log = lines.join('\n');
  expect(log).not.toContain(KEY);
  expect(log).not.toMatch(/neulonta|뜨개질/iu);
});

it('vectors that nobody has used for a month go, and a vector is written once', async () => {
  await start(false);
  const repository = t.app.get(EmbeddingsRepository);
  const day = (days: number) => new Date(Date.UTC(2026, 0, 1 + days));
  const texts = Array.from({ length: 1_200 }, (_, at) => `text ${at}`);
  await repository.keep('m', new Map(texts.map((text, at) => [text, Int8Array.of(at % 127, -5)])), day(0));
  await repository.keep('m', new Map([['text 1', Int8Array.of(9, 9)]]), day(0));
  expect((await repository.find('m', texts, day(0))).get('text 1')).toEqual(Int8Array.of(1, -5));
  expect(await repository.find('other', texts, day(0))).toEqual(new Map());
  await repository.find('m', ['text 7'], day(20));
  await repository.prune(day(40));
  expect([...(await repository.find('m', texts, day(40))).keys()]).toEqual(['text 7']);
});
