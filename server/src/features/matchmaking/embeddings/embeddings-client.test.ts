import { FakeEmbeddings } from '../../../../test/fake-embeddings.js';
import { EmbeddingsClient } from './embeddings-client.js';

const KEY = 'sk-very-secret';
/** Nothing here is too slow, but what is meant to be. */
const PACE = { timeoutMs: 60_000, retryMs: 5, restMs: 1_000 };

let fake: FakeEmbeddings;
let url: string;
let logged: string[];
let now = 0;
beforeEach(async () => {
  fake = new FakeEmbeddings();
  url = `${await fake.listen()}/embeddings`;
  logged = [];
});
afterEach(() => fake.close());

const client = (to = url, pace = {}) =>
  new EmbeddingsClient(
    { url: to, key: KEY, model: 'tea-1' },
    { warn: (fields, message) => void logged.push(JSON.stringify([fields, message])) },
    { ...PACE, ...pace },
    () => now,
  );
const json = (data: unknown) => JSON.stringify({ data });
const says = (body: string) => {
  fake.respond = (_, response) => void response.end(body);
};

it('asks as OpenAI is asked, and gives the vectors in the order of the texts', async () => {
  fake.about('knitting', 'one', 'two');
  const vectors = await client().embed(['one', 'three', 'two']);
  expect(JSON.parse(fake.bodies[0] ?? '')).toEqual({ input: ['one', 'three', 'two'], model: 'tea-1' });
  expect(fake.authorizations).toEqual([`Bearer ${KEY}`]);
  const product = (a = 0, b = 0) =>
    [...(vectors?.[a] ?? [])].reduce((sum, value, at) => sum + value * (vectors?.[b]?.[at] ?? 0), 0);
  expect(product(0, 2)).toBeGreaterThan(2 * Math.abs(product(0, 1)));
  expect(Math.max(...(vectors?.[0] ?? []).map(Math.abs))).toBe(127);
});

it.each([
  ['nothing', ''],
  ['no JSON', '<html>welcome</html>'],
  ['another shape', '{"vectors":[[1,2],[1,2]]}'],
  ['too few', json([{ index: 0, embedding: [1, 2] }])],
  ['too many', json([0, 1, 2].map((index) => ({ index, embedding: [1, 2] })))],
  ['one twice', json([0, 0].map((index) => ({ index, embedding: [1, 2] })))],
  ['NaN', '{"data":[{"index":0,"embedding":[NaN,1]},{"index":1,"embedding":[1,2]}]}'],
  ['null among the numbers', json([0, 1].map((index) => ({ index, embedding: [1, null] })))],
  ['infinity', '{"data":[{"index":0,"embedding":[1e999,1]},{"index":1,"embedding":[1,2]}]}'],
  ['text among the numbers', json([0, 1].map((index) => ({ index, embedding: ['1', 2] })))],
  ['zero', json([0, 1].map((index) => ({ index, embedding: [0, 0] })))],
  ['two dimensions and three', json([0, 1].map((index) => ({ index, embedding: index ? [1, 2] : [1, 2, 3] })))],
  ['no dimension', json([0, 1].map((index) => ({ index, embedding: [] })))],
  ['5,000 dimensions', json([0, 1].map((index) => ({ index, embedding: Array(5000).fill(0.5) })))],
  ['a body without end', ' '.repeat(5_000_000)],
])('an answer with %s is no answer, and is not asked for again at once', async (_, body) => {
  says(body);
  const asking = client();
  expect(await asking.embed(['secret one', 'secret two'])).toBeNull();
  expect(await asking.embed(['secret one', 'secret two'])).toBeNull();
  expect(fake.bodies).toHaveLength(1);
  expect(logged).toHaveLength(1);
  expect(logged.join()).not.toMatch(/secret/u);
});

it('tries again what may pass, and rests after three times, longer each time', async () => {
  fake.respond = (question, response) => {
    if (fake.bodies.length % 3 === 0) return fake.answer(question, response);
    response.statusCode = 503;
    response.end(`${KEY} secret`);
  };
  const asking = client();
  expect(await asking.embed(['secret'])).toHaveLength(1);
  expect(logged).toEqual([]);
  fake.respond = (_, response) => void response.writeHead(429).end();
  expect(await asking.embed(['secret'])).toBeNull();
  expect(fake.bodies).toHaveLength(6);
  now += 1_000;
  expect(await asking.embed(['secret'])).toBeNull();
  expect(fake.bodies).toHaveLength(9);
  expect(await asking.embed(['secret'])).toBeNull();
  expect(fake.bodies).toHaveLength(9);
  expect(logged.map((line) => /"restSeconds":(\d+)/u.exec(line)?.[1])).toEqual(['1', '2']);
  expect(logged.join()).not.toMatch(/secret/u);
});

it('does not insist where it is refused', async () => {
  fake.respond = (_, response) => void response.writeHead(401).end();
  expect(await client().embed(['x'])).toBeNull();
  expect(fake.bodies).toHaveLength(1);
});

it('follows nobody anywhere with texts and key', async () => {
  const other = new FakeEmbeddings();
  const elsewhere = await other.listen();
  for (const status of [301, 302, 307, 308]) {
    fake.respond = (_, response) => void response.writeHead(status, { location: `${elsewhere}/embeddings` }).end();
    expect(await client().embed(['x'])).toBeNull();
  }
  expect(fake.bodies).toHaveLength(4);
  expect(other.bodies).toEqual([]);
  await other.close();
});

it.each([
  ['says nothing', () => undefined],
  ['never ends', (_: unknown, response: { write: (text: string) => unknown }) => void response.write('{"data":[')],
])('waits for what %s no longer than agreed', async (_, respond) => {
  fake.respond = respond;
  expect(await client(url, { timeoutMs: 150 }).embed(['x'])).toBeNull();
  expect(logged.join()).toContain('too slow');
});

it('is quick about nobody there', async () => {
  await fake.close();
  expect(await client().embed(['x'])).toBeNull();
  expect(logged.join()).toContain('unreachable');
  fake = new FakeEmbeddings();
  await fake.listen();
});

it('stops in the middle of a question', async () => {
  fake.respond = () => undefined;
  const asking = client();
  const answer = asking.embed(['x']);
  setTimeout(() => asking.stop(), 50);
  expect(await answer).toBeNull();
  expect(logged).toEqual([]);
});
