import { WebSocket } from 'ws';
import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { connect, nextEvent } from '../../test/sockets.js';
import { createTestApp, TEST_ORIGIN, until } from '../../test/test-app.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';

const EVENT = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';

it('F23: who does not read is cut off, whoever reads notices nothing', async () => {
  const test = await createTestApp({ features: [FakeSessionsModule] });
  const publisher = test.app.get(RealtimePublisher);
  const reader = await connect(test.url, signIn('reader'));
  const sleeper = new WebSocket(`${test.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    origin: TEST_ORIGIN,
    headers: { cookie: signIn('sleeper') },
  });
  sleeper.on('error', () => undefined);
  await new Promise((resolve) => sleeper.once('open', resolve));
  sleeper.send('40');
  const room = rooms.account('account-sleeper');
  await until(() => publisher.sizeOf(room) === 1);
  sleeper.pause();

  // More than the two ends' buffers of the operating system take, and too much to keep for one phone.
  const long = 'tea'.repeat(300_000);
  for (let at = 0; at < 30; at += 1) publisher.publish(room, 'event:changed', { eventId: long });
  await until(() => publisher.sizeOf(room) === 0);

  const heard = nextEvent(reader, 'event:changed');
  publisher.publish(rooms.account('account-reader'), 'event:changed', { eventId: EVENT });
  expect(await heard).toEqual({ eventId: EVENT });
  sleeper.terminate();
  reader.close();
  await test.close();
});

it('a long answer to a phone that reads is no reason to cut it off', async () => {
  const test = await createTestApp({ features: [FakeSessionsModule] });
  const phone = await connect(test.url, signIn('phone'));
  const heard = nextEvent(phone, 'event:changed');
  test.app
    .get(RealtimePublisher)
    .publish(rooms.account('account-phone'), 'event:changed', { eventId: 'x'.repeat(5_000_000) });
  await heard;
  expect(phone.connected).toBe(true);
  phone.close();
  await test.close();
});
