import type { Ack } from '@teabreak/shared';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { ask, connect, nextEvent, noEvent, type TestSocket } from '../../test/sockets.js';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../test/test-app.js';
import { DomainError } from '../common/domain-error.js';
import { DomainEvents } from '../common/domain-events.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';
import { type MessageName, SocketMessages } from './socket-messages.js';

const EVENT = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';
/** Names that no feature uses: the registry takes them in tests because it is asked by their type. */
const PROBE = 'probe:ask' as MessageName;
const BROKEN = 'probe:break' as MessageName;

describe('live connections', () => {
  let test: TestApp;
  const open: TestSocket[] = [];
  const join = async (...parameters: Parameters<typeof connect>) => {
    const socket = await connect(...parameters);
    open.push(socket);
    return socket;
  };

  beforeAll(async () => {
    test = await createTestApp({ features: [FakeSessionsModule] });
    const messages = test.app.get(SocketMessages);
    messages.on(PROBE, z.strictObject({ eventId: z.uuid() }) as never, async (input, { holder }) => {
      if (holder.kind !== 'person') throw new DomainError('not_allowed');
      return { input, me: holder.actor.accountId } as never;
    });
    messages.on(BROKEN, z.unknown() as never, async () => {
      throw new Error('secret detail');
    });
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.close();
  });
  afterAll(() => test.close());

  const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'connected',
      (error: Error & { data?: { code?: string } }) => error.data?.code ?? 'refused',
    );

  describe('before sign-in', () => {
    it('refuses who has no session, an ended one, or another cookie, with the reason', async () => {
      expect(await refusalOf(connect(test.url))).toBe('not_signed_in');
      expect(await refusalOf(connect(test.url, 'teabreak_session=gone'))).toBe('session_ended');
      expect(await refusalOf(connect(test.url, 'other=1; teabreak_session'))).toBe('not_signed_in');
      expect(await refusalOf(connect(test.url, `__Host-${signIn('host')}`))).toBe('not_signed_in');
    });

    it.each([
      [{ token: {} }],
      [{ screen: {} }],
      [{ screen: ['x'] }],
      [{ screen: null }],
      [{ screen: 'unknown' }],
      [{ __proto__: { screen: 'x' } }],
      [{ toString: 1, hasOwnProperty: 1 }],
      [{ screen: 'x'.repeat(20_000) }],
    ])('survives the auth %j', async (auth) => {
      expect(await refusalOf(connect(test.url, undefined, { auth }))).toMatch(
        /^(not_signed_in|not_found|unavailable)$/u,
      );
      await test.http.get('/api/health/live').expect(200);
    });

    it.each([['null'], ['[]'], ['7'], ['"text"'], ['[[]]'], ['{"screen":'], ['']])(
      'survives the handshake frame 40%s',
      async (frame) => {
        const closed = rawFrames([`40${frame}`]);
        await closed;
        await test.http.get('/api/health/live').expect(200);
      },
    );

    it('survives frames that are none', async () => {
      await rawFrames([
        '4',
        '42',
        '42["board:watch"]',
        '451-["x",{"_placeholder":true,"num":9}]',
        '\u0000',
        '9',
        '40',
        '42[{}]',
        '42["disconnect"]',
        '420[]',
      ]);
      await test.http.get('/api/health/live').expect(200);
    });

    it.each([['https://evil.example'], ['null'], ['http://teabreak.test.evil.example'], ['']])(
      'refuses a page from %j, even with a session',
      async (origin) => {
        const cookie = signIn('victim');
        expect(await refusalOf(connect(test.url, cookie, { extraHeaders: { cookie, origin } }))).toBe('refused');
        expect(
          await refusalOf(connect(test.url, cookie, { extraHeaders: { cookie, origin }, transports: ['polling'] })),
        ).toBe('refused');
      },
    );

    it('refuses a handshake without Origin, unless it says by our own header that it is no page', async () => {
      const cookie = signIn('program');
      expect(await refusalOf(connect(test.url, cookie, { extraHeaders: { cookie } }))).toBe('refused');
      const socket = await join(test.url, cookie, { extraHeaders: { cookie, 'x-teabreak': '1' } });
      expect(socket.connected).toBe(true);
    });
  });

  describe('messages', () => {
    it('are acknowledged with data', async () => {
      const socket = await join(test.url, signIn('ann'));
      const answer = { ok: true, data: { input: { eventId: EVENT }, me: 'account-ann' } };
      expect(await ask(socket, PROBE, { eventId: EVENT })).toEqual(answer);
    });

    it('work over polling too', async () => {
      const socket = await join(test.url, signIn('polly'), { transports: ['polling'] });
      expect(await ask(socket, PROBE, { eventId: EVENT })).toMatchObject({ ok: true });
    });

    it.each([
      ['a wrong field', [{ eventId: 'x' }]],
      ['an unknown field', [{ eventId: EVENT, more: 1 }]],
      ['null', [null]],
      ['nothing', []],
      ['a list', [[EVENT]]],
      ['bytes', [Buffer.from('x')]],
    ])('with %s are refused, never left unanswered', async (_, parameters) => {
      const socket = await join(test.url, signIn('bob'));
      expect(await ask(socket, PROBE, ...parameters)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    });

    it.each(['no:such', '__proto__', 'constructor', 'error', 'message'])(
      'named %j are answered as unknown',
      async (name) => {
        const socket = await join(test.url, signIn('cat', 'zh-CN'));
        expect(await ask(socket, name, {})).toEqual({
          ok: false,
          error: { code: 'unknown_event', message: '无法识别的消息，请刷新页面。' },
        });
      },
    );

    it('whose handler breaks are answered with a reference, and without the reason', async () => {
      const socket = await join(test.url, signIn('dan'));
      const answer = (await ask(socket, BROKEN, {})) as Extract<Ack<unknown>, { ok: false }>;
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect(answer.error.message).not.toContain('secret');
    });

    it.each([PROBE, BROKEN, 'no:such'])('named %j that want no answer end the connection', async (name) => {
      const socket = await join(test.url, signIn('eve'));
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      (socket as { emit: (name: string, ...p: unknown[]) => void }).emit(name, null);
      // Not the server's word, after which a phone would not come back by itself.
      expect(await ended).toBe('transport close');
    });

    it('that flood are refused; others are not touched', async () => {
      const [flooder, other] = [await join(test.url, signIn('fay')), await join(test.url, signIn('gil'))];
      const answers = await Promise.all(Array.from({ length: 300 }, () => ask(flooder, PROBE, { eventId: EVENT })));
      // Forty at once and ten more a second, for as long as the answering takes.
      expect(answers.filter(({ ok }) => ok).length).toBeLessThan(250);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'too_many_requests' } });
      expect(await ask(other, PROBE, { eventId: EVENT })).toMatchObject({ ok: true });
    });

    it('over 64 kB end the connection, not the server', async () => {
      const socket = await join(test.url, signIn('hal'));
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      (socket as { emit: (name: string, ...p: unknown[]) => void }).emit(PROBE, 'x'.repeat(70_000));
      await ended;
      await test.http.get('/api/health/live').expect(200);
    });

    it('have one handler each', () => {
      expect(() => test.app.get(SocketMessages).on(PROBE, z.unknown() as never, async () => null as never)).toThrow(
        /Two handlers/u,
      );
    });
  });

  describe('what the server tells', () => {
    it('reaches every socket of the person and nobody else', async () => {
      const [phone, laptop, other] = [
        await join(test.url, signIn('ida')),
        await join(test.url, signIn('ida')),
        await join(test.url, signIn('jon')),
      ];
      const heard = Promise.all([
        nextEvent(phone, 'event:changed'),
        nextEvent(laptop, 'event:changed'),
        noEvent(other, 'event:changed'),
      ]);
      test.app.get(RealtimePublisher).publish(rooms.account('account-ida'), 'event:changed', { eventId: EVENT });
      expect((await heard).slice(0, 2)).toEqual([{ eventId: EVENT }, { eventId: EVENT }]);
    });

    it('goes to nobody when the list of rooms is empty', async () => {
      const socket = await join(test.url, signIn('kim'));
      test.app.get(RealtimePublisher).publish([], 'event:changed', { eventId: EVENT });
      await noEvent(socket, 'event:changed');
    });

    it('ends the sockets of an ended session, and only those', async () => {
      const [ended, other] = [await join(test.url, signIn('lea')), await join(test.url, signIn('max'))];
      const told = nextEvent(ended, 'session:ended');
      const gone = new Promise((resolve) => ended.once('disconnect', resolve));
      test.app.get(DomainEvents).emit('session:ended', { accountId: 'account-lea', sessionId: 'session-lea' });
      await told;
      expect(await gone).toBe('io server disconnect');
      expect(other.connected).toBe(true);
    });

    it('allows five sockets per session', async () => {
      const cookie = signIn('ned');
      for (let index = 0; index < 5; index += 1) await join(test.url, cookie);
      const sixth = await join(test.url, cookie);
      const reason = new Promise((resolve) => sixth.once('disconnect', resolve));
      // Not the server's word, after which a phone would not come back by itself.
      expect(await reason).toBe('transport close');
    });
  });

  /** Opens a raw connection, sends Engine.IO frames, and resolves a moment later, or when the server closes it. */
  function rawFrames(frames: string[]): Promise<void> {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      origin: TEST_ORIGIN,
    });
    return new Promise((resolve) => {
      const end = () => {
        socket.terminate();
        resolve();
      };
      socket.on('open', () => {
        for (const frame of frames) socket.send(frame);
        setTimeout(end, 100);
      });
      socket.on('close', end);
      socket.on('error', end);
    });
  }
});
