import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { connect, nextEvent } from '../../test/sockets.js';
import { createTestApp } from '../../test/test-app.js';
import { createTestDatabase } from '../../test/test-database.js';
import { RealtimePublisher } from './realtime.publisher.js';
import { rooms } from './rooms.js';

const EVENT = '5f0c3f1e-6b52-4d0f-9a44-0c7f6f6f0a01';

describe('several nodes', () => {
  it('pass live messages to each other through PostgreSQL', async () => {
    const database = await createTestDatabase();
    const [one, two] = [
      await createTestApp({
        features: [FakeSessionsModule],
        databaseUrl: database.url,
        config: { databaseUrl: database.url },
      }),
      await createTestApp({
        features: [FakeSessionsModule],
        databaseUrl: database.url,
        config: { databaseUrl: database.url },
      }),
    ];
    const socket = await connect(two.url, signIn('ann'));
    const heard = nextEvent(socket, 'event:changed');
    one.app.get(RealtimePublisher).publish(rooms.account('account-ann'), 'event:changed', { eventId: EVENT });
    expect(await heard).toEqual({ eventId: EVENT });
    socket.close();
    await one.close();
    await two.close();
    await database.drop();
  });

  it('F8: a Redis that is not there neither stops the start nor holds up this node’s own sockets', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const test = await createTestApp({ features: [FakeSessionsModule], config: { redisUrl: 'redis://127.0.0.1:1' } });
    const socket = await connect(test.url, signIn('ann'));
    for (let count = 0; count < 20; count += 1) {
      const heard = nextEvent(socket, 'event:changed');
      test.app.get(RealtimePublisher).publish(rooms.account('account-ann'), 'event:changed', { eventId: EVENT });
      expect(await heard).toEqual({ eventId: EVENT });
    }
    test.app.get(RealtimePublisher).endSession('session-ann');
    await test.http.get('/api/health/ready').expect(200);
    socket.close();
    await test.close();
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});
