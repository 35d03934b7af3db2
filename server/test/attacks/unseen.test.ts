import { randomUUID } from 'node:crypto';
import {
  acquaint,
  createAttendee,
  createEvent,
  createHelper,
  createScreenLink,
  type TestAttendee,
  unknownId,
} from '../factories.js';
import { ask, connect, noEvent } from '../sockets.js';
import { createTestApp, type TestApp } from '../test-app.js';

/**
 * Somebody who must not be seen any more, by each way there is, looked for through everything an attendee can ask. Before it
 * everybody sees both of them everywhere: what cannot be found later was found there.
 */
const KATE = 'Kate Canary-Introducer';
const SAM = 'Sam Canary-Suggested';

interface Place {
  eventId: string;
  /** Looks. */
  vera: TestAttendee;
  /** Suggested to Vera; knows Kate. */
  tom: TestAttendee;
  /** Knows Vera and Tom. */
  kate: TestAttendee;
  /** Suggested to Vera. */
  sam: TestAttendee;
}

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  test.clock.set(new Date());
});
afterAll(() => test.close());

const as = ({ cookie }: { cookie: string }) => test.phone({ cookie });
const path = ({ eventId }: Place, rest: string) => `/api/events/${eventId}/${rest}`;

async function place(): Promise<Place> {
  const { eventId } = await createEvent(test.dataSource);
  const giver = { kind: 'find-job', seeks: ['visa support'], offers: ['backend engineer'] } as const;
  const present = (name: string, goal?: Parameters<typeof createAttendee>[2]) =>
    createAttendee(test.dataSource, eventId, { name, checkedIn: true, ...goal });
  const vera = await present('Vera', { goal: { kind: 'hire', seeks: ['backend engineer'], offers: ['visa support'] } });
  const tom = await present('Tom', { goal: { ...giver, seeks: [...giver.seeks], offers: [...giver.offers] } });
  const sam = await present(SAM, { goal: { ...giver, seeks: [...giver.seeks], offers: [...giver.offers] } });
  const kate = await present(KATE, { goal: { kind: 'curious' } });
  await acquaint(test.dataSource, vera, kate);
  await acquaint(test.dataSource, tom, kate);
  for (const [who, tag] of [
    [kate, 'tea'],
    [sam, 'visa support'],
  ] as const)
    await as(who)
      .post(`/api/events/${eventId}/asks`)
      .send({ requestId: randomUUID(), kind: 'ask', text: 'Who knows?', tags: [tag] })
      .expect(201);
  return { eventId, vera, tom, kate, sam };
}

/** Everything that Vera can read, as text by question. */
async function everything(here: Place): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const people = [here.tom, here.kate, here.sam].flatMap(({ registrationId }) => [
    `people/${registrationId}`,
    `people/${registrationId}/introducers`,
  ]);
  const questions = [
    'board',
    'board/packed',
    'board/changes?since=0',
    'suggestions',
    'circle',
    'circle/openings',
    'introductions',
    'encounters',
    'asks',
    'asks/for-me',
  ];
  for (const question of [...questions, 'card-exchanges', 'messages', 'me', ...people])
    found[question] = (await as(here.vera).get(path(here, question))).text;
  found.relations = (await as(here.vera).get(path(here, 'board/relations'))).text;
  return found;
}

const naming = (answers: Record<string, string>, name: string) =>
  Object.keys(answers).filter((question) => answers[question]?.includes(name));

type Vanish = (here: Place, who: TestAttendee) => Promise<unknown>;
const ALL = { takePart: true, board: true, screen: true, suggestions: true };
const patch = (here: Place, who: TestAttendee, update: object) =>
  as(who).patch(path(here, 'me')).send(update).expect(200);
const WAYS: Record<string, Vanish> = {
  'hides from the board': (here, who) => patch(here, who, { boardLevel: 'hidden' }),
  'no longer takes part': (here, who) => patch(here, who, { consents: { ...ALL, takePart: false } }),
  cancels: (here, who) => as(who).post(path(here, 'me/cancel')).expect(204),
  'is declined by the organizer': async (here, who) => {
    const organizer = await createHelper(test.dataSource, here.eventId, 'organizer');
    const change = as(organizer).patch(path(here, `registrations/${who.registrationId}`));
    await change.send({ status: 'declined' }).expect(204);
  },
  'is sent out again at the door': async (here, who) => {
    const door = await createHelper(test.dataSource, here.eventId, 'door');
    await as(door)
      .delete(path(here, `check-ins/${who.registrationId}`))
      .expect(204);
    await patch(here, who, { boardLevel: 'hidden' });
  },
};
const BLOCKS: Record<string, Vanish> = {
  'blocks the reader': (here, who) =>
    as(who)
      .post(path(here, `people/${here.vera.registrationId}/block`))
      .expect(204),
  'is blocked by the reader': (here, who) =>
    as(here.vera)
      .post(path(here, `people/${who.registrationId}/block`))
      .expect(204),
};

describe('B4, I6, P1: who must not be seen', () => {
  it('is seen everywhere before', async () => {
    const here = await place();
    const answers = await everything(here);
    const person = ({ registrationId }: TestAttendee) => `people/${registrationId}`;
    expect(naming(answers, KATE)).toEqual([
      'board',
      'board/packed',
      'suggestions',
      'circle',
      'asks',
      person(here.tom),
      `${person(here.tom)}/introducers`,
      person(here.kate),
    ]);
    expect(naming(answers, SAM)).toEqual([
      'board',
      'board/packed',
      'suggestions',
      'asks',
      'asks/for-me',
      person(here.sam),
    ]);
  });

  it.each(Object.keys(WAYS))('%s: is nowhere afterwards', async (way) => {
    const here = await place();
    await everything(here);
    for (const who of [here.kate, here.sam]) await WAYS[way]?.(here, who);
    await test.settled();
    const answers = await everything(here);
    expect([naming(answers, KATE), naming(answers, SAM)]).toEqual([[], []]);
  });

  it.each(Object.keys(BLOCKS))('%s: is nowhere afterwards, not on the board either', async (way) => {
    const here = await place();
    await everything(here);
    for (const who of [here.kate, here.sam]) await BLOCKS[way]?.(here, who);
    await test.settled();
    const answers = await everything(here);
    expect([naming(answers, KATE), naming(answers, SAM)]).toEqual([[], []]);
    for (const { registrationId } of [here.kate, here.sam]) {
      for (const question of ['board', 'relations'])
        expect([question, answers[question]?.includes(registrationId)]).toEqual([question, false]);
      const unknown = await as(here.vera).get(path(here, `people/${unknownId()}`));
      const gone = await as(here.vera).get(path(here, `people/${registrationId}`));
      expect([gone.status, gone.text]).toEqual([unknown.status, unknown.text]);
    }
  });

  it.each([...Object.entries(WAYS), ...Object.entries(BLOCKS)])('%s: nothing reaches them', async (_, vanish) => {
    const here = await place();
    await vanish(here, here.kate);
    await vanish(here, here.sam);
    await test.settled();
    const ask = (body: object) =>
      as(here.vera)
        .post(path(here, 'introductions'))
        .send({ requestId: randomUUID(), line: 'Hi', ...body });
    expect((await ask({ targetId: here.sam.registrationId, introducerId: null })).status).toBe(404);
    expect((await ask({ targetId: here.tom.registrationId, introducerId: here.kate.accountId })).body.code).toBe(
      'not_an_acquaintance',
    );
    for (const [question, body] of [
      ['encounters', { personId: here.sam.registrationId }],
      [`people/${here.sam.registrationId}/acquaintance`, undefined],
    ] as const)
      expect((await as(here.vera).post(path(here, question)).send(body)).status).toBe(404);
    expect((await as(here.vera).get(path(here, `people/${here.sam.registrationId}/card.vcf`))).status).toBe(404);
  });

  it('P1: who takes a consent back is no longer in the next picture of the screen', async () => {
    const here = await place();
    const { token } = await createScreenLink(test.dataSource, here.eventId);
    const screen = async () => (await test.http.get(`/api/screen/${token}`).expect(200)).text;
    expect(await screen()).toContain(KATE);
    await patch(here, here.kate, { consents: { ...ALL, screen: false } });
    expect(await screen()).not.toContain(KATE);
  });

  it('P1: who leaves hears nothing more of board, room and desk, also on a socket that stays', async () => {
    const here = await place();
    const socket = await connect(test.url, here.kate.cookie);
    expect(await ask(socket, 'board:watch', { eventId: here.eventId, since: 0 })).toMatchObject({ ok: true });
    expect(await ask(socket, 'room:watch', { eventId: here.eventId })).toMatchObject({ ok: true });
    await patch(here, here.kate, { consents: { ...ALL, takePart: false } });
    await test.settled();
    const quiet = Promise.all([noEvent(socket, 'board:changed', 1500), noEvent(socket, 'room:message-posted', 1500)]);
    await as(here.vera).put(path(here, 'me/presence')).send({ presence: 'talking' }).expect(200);
    await as(here.vera).post(path(here, 'messages')).send({ clientId: randomUUID(), text: 'tea' }).expect(201);
    await quiet;
    socket.close();
  });
});

it('a deleted account is out at once: over HTTP, and on its sockets within the next look', async () => {
  const here = await place();
  await test.dataSource.query('DELETE FROM accounts WHERE id = $1', [here.kate.accountId]);
  expect((await as(here.kate).get('/api/sessions')).body.code).toBe('session_ended');
  await expect(connect(test.url, here.kate.cookie)).rejects.toMatchObject({ data: { code: 'session_ended' } });
});

it('of a deleted event nothing is left that anybody could ask for', async () => {
  const here = await place();
  const [{ slug, code }] = await test.dataSource.query('SELECT slug, group_code AS code FROM events WHERE id = $1', [
    here.eventId,
  ]);
  const { token: screen } = await createScreenLink(test.dataSource, here.eventId);
  const card = (await as(here.kate).get(path(here, 'card')).expect(200)).body.token;
  await as(here.vera).post(path(here, 'encounters')).send({ personId: here.tom.registrationId }).expect(200);
  await test.dataSource.query('DELETE FROM events WHERE id = $1', [here.eventId]);
  for (const [question, status] of Object.entries(await everything(here)))
    expect({ question, code: JSON.parse(status).code }).toEqual({ question, code: 'not_found' });
  for (const open of [`public/events/${slug}`, `screen/${screen}`, `groups/${code}`, `cards/${card}`])
    expect((await test.http.get(`/api/${open}`)).status).toBeGreaterThanOrEqual(400);
  const tables: { name: string }[] = await test.dataSource.query(
    `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'event_id' AND table_schema = 'public'`,
  );
  for (const { name } of tables) {
    const [{ left }] = await test.dataSource.query(`SELECT count(*)::int AS left FROM ${name} WHERE event_id = $1`, [
      here.eventId,
    ]);
    expect({ name, left }).toEqual({ name, left: 0 });
  }
});
