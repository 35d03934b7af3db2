import { randomUUID } from 'node:crypto';
import type { AskDetail, AskMessages, AskPage, AskThread, AskThreadList, AskView, FittingAsks } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared';
import {
  createAttendee,
  createContact,
  createEvent,
  createHelper,
  type TestAccount,
  type TestAttendee,
} from '../../../test/factories.js';
import { connect, nextEvent, noEvent, ask as question } from '../../../test/sockets.js';
import { createTestApp, type TestApp, until } from '../../../test/test-app.js';
import { AsksRepository } from './asks.repository.js';
import { AsksService } from './asks.service.js';

let t: TestApp;
let eventId: string;
let ada: TestAttendee;
let ben: TestAttendee;
let host: TestAccount;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  t.clock.set('2026-06-01T10:00:00Z');
  ({ eventId } = await createEvent(t.dataSource));
  ada = await createAttendee(t.dataSource, eventId, { name: 'Ada', headline: 'Founder', checkedIn: true });
  ben = await createAttendee(t.dataSource, eventId, { name: 'Ben', checkedIn: true });
  host = await createHelper(t.dataSource, eventId, 'host');
});
afterAll(() => t.close());

type Who = { cookie: string };
const as = ({ cookie }: Who) => t.phone({ cookie });
const at = (path: string) => `/api/events/${eventId}/${path}`;
const post = (who: Who, input: object = {}) =>
  as(who)
    .post(at('asks'))
    .send({ requestId: randomUUID(), kind: 'ask', text: 'Who knows an accountant for a WFOE?', ...input });
const posted = async (who: Who, input: object = {}): Promise<AskView> => (await post(who, input).expect(201)).body;
const list = async (who: Who, query = ''): Promise<AskPage> =>
  (
    await as(who)
      .get(at(`asks${query}`))
      .expect(200)
  ).body;
const texts = async (who: Who, query = '') => (await list(who, query)).asks.map(({ text }) => text);
const detail = async (who: Who, id: string): Promise<AskDetail> =>
  (
    await as(who)
      .get(at(`asks/${id}`))
      .expect(200)
  ).body;
const help = (who: Who, id: string, line = '') =>
  as(who)
    .post(at(`asks/${id}/help`))
    .send({ line });
const helped = async (who: Who, id: string, line = ''): Promise<AskThread> =>
  (await help(who, id, line).expect(200)).body;
const accept = (who: Who, threadId: string) => as(who).post(at(`ask-threads/${threadId}/accept`));
const close = (who: Who, id: string, input: object = {}) =>
  as(who)
    .post(at(`asks/${id}/answered`))
    .send(input);
const write = (who: Who, threadId: string, text: string, clientId: string = randomUUID()) =>
  as(who)
    .post(at(`ask-threads/${threadId}/messages`))
    .send({ clientId, text });
const block = (who: Who, other: TestAttendee) =>
  as(who)
    .post(at(`people/${other.registrationId}/block`))
    .expect(204);
const threads = async (who: Who) => ((await as(who).get(at('ask-threads'))).body as AskThreadList).threads;
const messages = async (who: Who, id: string, query = '') =>
  (await as(who).get(at(`ask-threads/${id}/messages${query}`))).body as AskMessages;

describe('posting', () => {
  it('A1: a retry is one post; others read it at once, and live', async () => {
    const phone = await connect(t.url, ben.cookie);
    expect(await question(phone, 'asks:watch', { eventId })).toMatchObject({ ok: true });
    // The first post of all reads the vocabulary.
    const heard = nextEvent(phone, 'asks:changed');
    const requestId = randomUUID();
    const input = { requestId, tags: ['会计'], text: 'Who knows <b>an accountant</b>?\nhttps://example.org' };
    const both = await Promise.all([post(ada, input), post(ada, input)]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect(await heard).toEqual({ eventId });
    const [seen] = (await list(ben)).asks;
    expect(seen).toMatchObject({ text: input.text, tags: ['会计'], state: 'open', mine: false, own: null });
    expect(seen?.author).toEqual({ registrationId: ada.registrationId, name: 'Ada', headline: 'Founder' });
    phone.close();
  });

  it.each([
    ['text', { text: ' ' }],
    ['text', { text: 'x'.repeat(281) }],
    ['text', { text: `a\u202Eb` }],
    ['kind', { kind: 'demand' }],
    ['tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['tags.0', { tags: ['x'.repeat(41)] }],
    ['onScreen', { onScreen: 'yes' }],
    ['state', { state: 'answered' }],
    ['requestId', { requestId: 'again' }],
  ])('A1: %s beyond its limits is refused at the field', async (field, input) => {
    const { status, body } = await post(ada, input);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.fields.map((refused: { field: string }) => refused.field)).toContain(field);
    expect(await texts(ada, '?mine=1')).toEqual([]);
  });

  it('A1: five open posts per person, however they arrive; one that is closed makes room', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(ada)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ask_limit' });
    const [first, second] = (await list(ada, '?mine=1')).asks as [AskView, AskView];
    await close(ada, first.id).expect(200);
    await post(ada).expect(201);
    expect((await as(ada).post(at(`asks/${first.id}/reopen`))).body.code).toBe('ask_limit');
    await as(ada)
      .post(at(`asks/${second.id}/withdraw`))
      .expect(200);
    await as(ada)
      .post(at(`asks/${first.id}/reopen`))
      .expect(200);
  });

  it('A1: without the lock two posts at once would both see room for one: the control of the test before', async () => {
    for (let count = 0; count < 4; count += 1) await posted(ada);
    const asks = t.app.get(AsksRepository);
    let looked = 0;
    const inserting = async () => {
      await t.dataSource.transaction(async (manager) => {
        if ((await asks.countOpen(manager, ada.registrationId)) >= LIMITS.openAsks) throw new Error('full');
        looked += 1;
        await until(() => looked === 2);
        const words = {
          kind: 'ask' as const,
          text: 'One more',
          tags: [],
          topicKeys: [],
          searchKeys: '',
          onScreen: false,
        };
        const ids = { eventId, authorId: ada.registrationId, requestId: randomUUID() };
        await asks.insert(manager, { ...words, ...ids }, t.clock.now());
      });
    };
    await Promise.all([inserting(), inserting()]);
    expect((await list(ada, '?mine=1')).asks).toHaveLength(6);
  });

  it('B4: whom the board does not show to all has no name here either, and is not found by it', async () => {
    const shy = await createAttendee(t.dataSource, eventId, { name: 'Shy Shirley', boardLevel: 'hidden' });
    const unseen = await createAttendee(t.dataSource, eventId, { name: 'Unseen', consents: { board: false } });
    await posted(shy, { text: 'Somebody for our books' });
    await posted(unseen, { text: 'A dentist' });
    expect((await list(ben)).asks.map(({ author }) => author)).toEqual([null, null]);
    expect(await texts(ben, '?q=shirley')).toEqual([]);
    expect(await texts(ben, '?q=books')).toHaveLength(1);
    expect(JSON.stringify(await list(ben))).not.toMatch(/Shy|Unseen/u);
    // Whom the hosts have hidden takes their posts along.
    await t.dataSource.query(`UPDATE registrations SET level_before_hidden = 'hidden' WHERE id = $1`, [
      shy.registrationId,
    ]);
    expect(await texts(ben)).toEqual(['A dentist']);
  });

  it('A1: the author edits while it is open, and takes back what is open; both only their own', async () => {
    const { id } = await posted(ada);
    const edit = (who: Who, text: string) =>
      as(who)
        .patch(at(`asks/${id}`))
        .send({ text, tags: ['books'], onScreen: true });
    t.clock.advance(60_000);
    expect((await edit(ada, 'Who does books?')).body).toMatchObject({
      text: 'Who does books?',
      own: { onScreen: true },
    });
    expect((await detail(ben, id)).ask.editedAt).not.toBeNull();
    expect((await edit(ben, 'mine')).status).toBe(404);
    expect((await as(ben).post(at(`asks/${id}/withdraw`))).status).toBe(404);
    await as(ada)
      .post(at(`asks/${id}/withdraw`))
      .expect(200);
    await as(ada)
      .post(at(`asks/${id}/withdraw`))
      .expect(200);
    expect((await edit(ada, 'again')).body.code).toBe('ask_closed');
    expect(await list(ben)).toMatchObject({ asks: [] });
    expect((await list(ada, '?mine=1')).asks[0]?.state).toBe('withdrawn');
  });
});

describe('finding', () => {
  it('A1: newest first in pages without gaps, by kind, state, tag in either language, words, 中文, pinyin and initials', async () => {
    const input = [
      { text: 'Who knows an accountant?', tags: ['会计'] },
      { kind: 'offer', text: '可以帮忙看办公室装修', tags: ['室内设计'] },
      { text: 'Looking for a violin teacher' },
      { kind: 'offer', text: 'Free coffee tasting', tags: ['coffee'] },
    ];
    const all: AskView[] = [];
    for (const one of input) {
      t.clock.advance(1000);
      all.unshift(await posted(ada, one));
    }
    const first = await list(ben, '?limit=3');
    expect(first.asks.map(({ id }) => id)).toEqual(all.slice(0, 3).map(({ id }) => id));
    await posted(ada, { text: 'In between' });
    const second = await list(ben, `?limit=3&after=${first.next}`);
    expect(second).toMatchObject({ asks: [{ id: all[3]?.id }], next: null });
    expect(await texts(ben, '?kind=offer')).toHaveLength(2);
    expect(await texts(ben, '?tag=accountant')).toEqual(['Who knows an accountant?']);
    for (const q of ['accoun', 'bangong', 'zhuangxiu', 'bgs', '办公室', '裝修', 'VIOLIN teach'])
      expect([q, await texts(ben, `?q=${encodeURIComponent(q)}`)]).toEqual([q, [expect.any(String)]]);
    expect(await texts(ben, '?q=xyz')).toEqual([]);
    expect(await texts(ben, '?q=%25')).toHaveLength(5);
    await close(ada, all[0]!.id).expect(200);
    expect(await texts(ben, '?state=answered')).toEqual(['Free coffee tasting']);
    expect(await texts(ben, '?state=open')).toHaveLength(4);
    expect((await as(ben).get(at('asks?after=x'))).body.fields[0].field).toBe('after');
  });

  it('M1: what fits what I offer is named with my own word, in either language; what I answered is gone from it', async () => {
    const carla = await createAttendee(t.dataSource, eventId, {
      goal: { offers: ['会计'], seeks: ['violin lessons'] },
    });
    const fits = await posted(ada, { text: 'Who knows an accountant for our company?' });
    await posted(ada, { text: 'A good dentist?' });
    const gift = await posted(ada, { kind: 'offer', text: 'I teach violin', tags: ['violin lessons'] });
    const forMe = async () => ((await as(carla).get(at('asks/for-me'))).body as FittingAsks).asks;
    expect((await forMe()).map(({ ask, because }) => [ask.id, because]).sort()).toEqual(
      [
        [fits.id, '会计'],
        [gift.id, 'violin lessons'],
      ].sort(),
    );
    await helped(carla, fits.id);
    expect((await forMe()).map(({ ask }) => ask.id)).toEqual([gift.id]);
  });
});

describe('I can help', () => {
  it('I5: the helper shows first, the author decides, then both have each other’s contacts and may write', async () => {
    await createContact(t.dataSource, ada.accountId, 'wechat', 'ada_secret');
    await createContact(t.dataSource, ben.accountId, 'wechat', 'ben_secret');
    const cleo = await createAttendee(t.dataSource, eventId, { name: 'Cleo' });
    const { id } = await posted(ada);
    const phone = await connect(t.url, ada.cookie);
    const heard = nextEvent(phone, 'ask-thread:changed');
    const { id: threadId } = await helped(ben, id, 'My cousin is one.');
    expect(await heard).toEqual({ eventId, askId: id, threadId });
    expect((await helped(ben, id, 'twice')).id).toBe(threadId);
    expect((await detail(ada, id)).threads).toMatchObject([
      { id: threadId, part: 'author', state: 'waiting', line: 'My cousin is one.', other: { name: 'Ben' } },
    ]);
    // Nobody else learns that Ben can help, and nothing is shared before Ada agrees.
    expect((await detail(cleo, id)).threads).toEqual([]);
    expect((await as(ben).get(at(`ask-threads/${threadId}`))).body).toMatchObject({ contacts: [] });
    expect((await write(ben, threadId, 'hello?')).body.code).toBe('ask_closed');
    expect((await accept(ben, threadId)).status).toBe(404);
    expect((await accept(cleo, threadId)).status).toBe(404);
    const both = await Promise.all([accept(ada, threadId), accept(ada, threadId)]);
    for (const { body } of both)
      expect(body).toMatchObject({ thread: { state: 'introduced' }, contacts: [{ value: 'ben_secret' }] });
    expect((await as(ben).get(at(`ask-threads/${threadId}`))).body.contacts).toEqual([
      { kind: 'wechat', value: 'ada_secret' },
    ]);
    expect((await threads(ben))[0]).toMatchObject({ state: 'introduced', unread: 1 });
    phone.close();
  });

  it('A1: messages have numbers without gaps, a retry is one, and unread ones are counted', async () => {
    const { id } = await posted(ada);
    const { id: threadId } = await helped(ben, id);
    await accept(ada, threadId).expect(200);
    const clientId = randomUUID();
    const answers = await Promise.all([
      write(ada, threadId, '<img src=x onerror=alert(1)> javascript:alert(1)', clientId),
      write(ada, threadId, '<img src=x onerror=alert(1)> javascript:alert(1)', clientId),
      write(ben, threadId, '你好'),
      write(ben, threadId, 'second'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const page = await messages(ben, threadId);
    expect(page.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await messages(ben, threadId, '?limit=1')).older).toBe(true);
    expect((await messages(ben, threadId, '?after=1')).messages.map(({ seq }) => seq)).toEqual([2, 3]);
    for (const end of ['?after=', '?before='])
      expect((await messages(ben, threadId, end + Number.MAX_SAFE_INTEGER)).messages).toHaveLength(
        end === '?after=' ? 0 : 3,
      );
    const unread = async (who: Who) => (await threads(who))[0]?.unread;
    await write(ada, threadId, 'more').expect(201);
    expect(await unread(ben)).toBeGreaterThan(0);
    const read = (seq: number) =>
      as(ben)
        .put(at(`ask-threads/${threadId}/read`))
        .send({ seq })
        .expect(204);
    await read(Number.MAX_SAFE_INTEGER);
    expect(await unread(ben)).toBe(0);
    await read(1);
    expect(await unread(ben)).toBe(0);
    expect((await write(ada, threadId, ' ')).body).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'text' }],
    });
  });

  it('I2: a no looks like silence, and at the end like everybody’s', async () => {
    const cleo = await createAttendee(t.dataSource, eventId);
    const { id } = await posted(ada);
    const [no, silent] = [await helped(ben, id), await helped(cleo, id)];
    const phone = await connect(t.url, ben.cookie);
    await as(ada)
      .post(at(`ask-threads/${no.id}/decline`))
      .expect(204);
    await noEvent(phone, 'ask-thread:changed', 150);
    const of = async (who: Who) => {
      const [{ id: _, at: __, ...thread }] = (await threads(who)) as [AskThread];
      return thread;
    };
    expect(await of(ben)).toEqual(await of(cleo));
    expect((await detail(ada, id)).threads.map(({ id: known }) => known)).toEqual([silent.id]);
    expect((await helped(ben, id)).state).toBe('waiting');
    const heard = nextEvent(phone, 'ask-thread:changed');
    await close(ada, id).expect(200);
    await heard;
    expect(await of(ben)).toEqual(await of(cleo));
    expect((await of(ben)).state).toBe('not-this-time');
    phone.close();
  });

  it('A1: two who help at once are both heard; taken back is gone, and may come again', async () => {
    const cleo = await createAttendee(t.dataSource, eventId);
    const { id } = await posted(ada);
    await Promise.all([help(ben, id), help(cleo, id), help(ben, id)]);
    expect((await detail(ada, id)).ask.own).toMatchObject({ waiting: 2, introduced: 0 });
    await as(ben)
      .delete(at(`asks/${id}/help`))
      .expect(204);
    expect((await as(ben).delete(at(`asks/${id}/help`))).status).toBe(404);
    expect((await detail(ada, id)).ask.own).toMatchObject({ waiting: 1 });
    const again = await helped(ben, id);
    await accept(ada, again.id).expect(200);
    expect((await as(ben).delete(at(`asks/${id}/help`))).body.code).toBe('ask_closed');
    expect((await help(ada, id)).body.code).toBe('own_ask');
  });

  it('A1: whoever withdraws while others help: each outcome is one of the two, and it is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await posted(ada);
      const [withdrawn, helping] = await Promise.all([as(ada).post(at(`asks/${id}/withdraw`)), help(ben, id)]);
      expect(withdrawn.status).toBe(200);
      expect([200, 404, 409]).toContain(helping.status);
      const mine = (await threads(ben)).filter(({ askId }) => askId === id);
      expect(mine.map(({ state }) => state)).toEqual(helping.status === 200 ? ['not-this-time'] : []);
    }
  });

  it('A1: answered twice: the first word counts, the same word again is harmless, the helper keeps the thanks', async () => {
    const cleo = await createAttendee(t.dataSource, eventId);
    const { id } = await posted(ada);
    const [one, other] = [await helped(ben, id), await helped(cleo, id)];
    expect((await close(ada, id, { threadId: one.id })).status).toBe(404);
    await accept(ada, one.id).expect(200);
    await accept(ada, other.id).expect(200);
    const words = [
      { threadId: one.id, thanks: '谢谢 Ben!' },
      { threadId: other.id, thanks: 'Thanks' },
    ];
    const answers = await Promise.all(words.map((input) => close(ada, id, input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers[0]?.status === 200 ? 0 : 1;
    await close(ada, id, words[won]).expect(200);
    const [winner, loser] = won === 0 ? [ben, cleo] : [cleo, ben];
    expect((await threads(winner))[0]?.helped).toEqual({ thanks: words[won]?.thanks });
    expect((await threads(loser))[0]?.helped).toBeNull();
    expect(JSON.stringify(await list(loser))).not.toContain(words[won]?.thanks);
    expect((await help(host, id)).status).toBe(404);
    const late = await createAttendee(t.dataSource, eventId);
    expect((await help(late, id)).body.code).toBe('ask_closed');
    await as(ada)
      .post(at(`asks/${id}/reopen`))
      .expect(200);
    await helped(late, id);
  });

  it('I6: a block makes both vanish from each other at once: posts, threads, contacts, messages', async () => {
    const { id } = await posted(ada);
    const { id: threadId } = await helped(ben, id);
    await accept(ada, threadId).expect(200);
    await write(ben, threadId, 'before').expect(201);
    await block(ada, ben);
    expect(await texts(ben)).toEqual([]);
    for (const who of [ada, ben]) {
      expect(await threads(who)).toEqual([]);
      expect((await write(who, threadId, 'after')).status).toBe(404);
      expect((await as(who).get(at(`ask-threads/${threadId}`))).status).toBe(404);
      expect((await as(who).get(at(`ask-threads/${threadId}/messages`))).status).toBe(404);
    }
    expect((await help(ben, id)).status).toBe(404);
    expect((await detail(ada, id)).ask.own).toMatchObject({ introduced: 0 });
  });

  it('A1: asks end with the event, threads do not', async () => {
    const { id } = await posted(ada);
    const { id: threadId } = await helped(ben, id);
    await accept(ada, threadId).expect(200);
    const other = await posted(ada);
    t.clock.set(new Date(Date.now() + 4 * 3_600_000));
    expect((await detail(ben, id)).ask.state).toBe('over');
    expect((await help(ben, other.id)).body.code).toBe('ask_closed');
    expect((await post(ada)).body.code).toBe('event_over');
    await write(ben, threadId, 'still here').expect(201);
    await close(ada, id, { threadId, thanks: 'Late thanks' }).expect(200);
  });
});

describe('moderation and the screen', () => {
  it('A1, B4: hidden is gone from the list and the screen at once; its author reads why; removed is gone for good', async () => {
    const screen = () => t.app.get(AsksService).forScreen(eventId);
    const { id } = await posted(ada, { onScreen: true });
    await posted(ben, { text: 'Not for the screen' });
    expect(await screen()).toMatchObject([{ id, name: 'Ada' }]);
    await as(ben)
      .post(at(`asks/${id}/report`))
      .send({ reason: 'an advert' })
      .expect(204);
    await as(ben)
      .post(at(`asks/${id}/report`))
      .send({ reason: 'again' })
      .expect(204);
    const desk = async () => (await as(host).get(at('asks/desk')).expect(200)).body.asks;
    expect(await desk()).toMatchObject([{ id, reports: [{ reason: 'an advert' }] }, { text: 'Not for the screen' }]);
    expect(JSON.stringify(await desk())).not.toContain(ben.accountId);
    const reports = (await as(host).get(at('reports')).expect(200)).body.reports;
    expect(reports).toMatchObject([{ reason: 'an advert', quote: 'Who knows an accountant for a WFOE?' }]);
    const act = (what: string, input?: object) =>
      as(host)
        .post(at(`asks/${id}/${what}`))
        .send(input);
    expect((await act('hide', { reason: '' })).body.fields[0].field).toBe('reason');
    await act('hide', { reason: 'No adverts, please' }).expect(204);
    expect(await screen()).toEqual([]);
    expect(await texts(ben)).toEqual(['Not for the screen']);
    expect((await help(ben, id)).status).toBe(404);
    expect((await detail(ada, id)).ask.own?.hidden).toEqual({ reason: 'No adverts, please', removed: false });
    await act('unhide').expect(204);
    expect(await screen()).toHaveLength(1);
    await act('remove', { reason: 'Again' }).expect(204);
    await act('unhide').expect(204);
    expect((await detail(ada, id)).ask).toMatchObject({ text: '–', own: { hidden: { removed: true } } });
    expect(
      (
        await as(ada)
          .post(at(`asks/${id}/hide`))
          .send({ reason: 'x' })
      ).status,
    ).toBe(403);
  });

  it('B4, P1: the screen shows only who is here and agreed to it, to the board and to this', async () => {
    const names: [string, Parameters<typeof createAttendee>[2], object][] = [
      ['Shown', {}, { onScreen: true }],
      ['No consent', { consents: { screen: false } }, { onScreen: true }],
      ['No board', { consents: { board: false } }, { onScreen: true }],
      ['Hidden', { boardLevel: 'hidden' }, { onScreen: true }],
      ['Not here', { checkedIn: false }, { onScreen: true }],
      ['Not ticked', {}, {}],
    ];
    for (const [name, options, input] of names)
      await posted(await createAttendee(t.dataSource, eventId, { name, checkedIn: true, ...options }), input);
    expect((await t.app.get(AsksService).forScreen(eventId)).map(({ name }) => name)).toEqual(['Shown']);
  });
});

it('A2, O2: the organizer’s numbers are those of the raw records; the middle of fewer than five stays unsaid', async () => {
  const numbers = async () => (await as(host).get(at('now'))).body.asks;
  const people = await Promise.all(Array.from({ length: 6 }, () => createAttendee(t.dataSource, eventId)));
  const waits = [60, 600, 30, 120, 300];
  for (const [index, seconds] of waits.entries()) {
    const { id } = await posted(people[index]!);
    t.clock.advance(seconds * 1000);
    const thread = await helped(ben, id);
    if (index === 0) {
      await as(ben)
        .delete(at(`asks/${id}/help`))
        .expect(204);
      await helped(people[5]!, id);
    }
    if (index === 1) await accept(people[1]!, thread.id).expect(200);
    if (index < 3) await close(people[index]!, id).expect(200);
    if (index === 3)
      expect(await numbers()).toEqual({ posted: 4, answered: 3, introduced: 1, helped: 4, medianSecondsToFirst: null });
  }
  await posted(people[5]!);
  const hidden = await posted(people[5]!);
  await as(host)
    .post(at(`asks/${hidden.id}/hide`))
    .send({ reason: 'spam' })
    .expect(204);
  const asks: { id: string; posted_at: Date; state: string; hidden_at: Date | null }[] = await t.dataSource.query(
    'SELECT id, posted_at, state, hidden_at FROM asks WHERE event_id = $1',
    [eventId],
  );
  const helps: { ask_id: string; offered_at: Date; state: string }[] = await t.dataSource.query(
    'SELECT ask_id, offered_at, state FROM ask_helps WHERE event_id = $1',
    [eventId],
  );
  const counted = asks.filter(({ hidden_at }) => hidden_at === null);
  const firsts = counted.flatMap((one) => {
    const times = helps.filter(({ ask_id }) => ask_id === one.id).map(({ offered_at }) => offered_at.getTime());
    return times.length > 0 ? (Math.min(...times) - one.posted_at.getTime()) / 1000 : [];
  });
  expect(await numbers()).toEqual({
    posted: counted.length,
    answered: counted.filter(({ state }) => state === 'answered').length,
    introduced: counted.filter(({ id }) => helps.some((one) => one.ask_id === id && one.state === 'accepted')).length,
    helped: firsts.length,
    medianSecondsToFirst: firsts.sort((a, b) => a - b)[2],
  });
  expect(firsts[2]).toBe(120);
});
