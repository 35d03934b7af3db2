import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Module, Post } from '@nestjs/common';
import { z } from 'zod';
import { FakeSessionsModule, signIn } from '../test/fake-sessions.js';
import { ask, connect } from '../test/sockets.js';
import { createTestApp, until } from '../test/test-app.js';
import { Public } from './common/public.js';
import { drain } from './drain.js';
import { type MessageName, SocketMessages } from './realtime/socket-messages.js';

let running = 0;

@Controller('slow')
class SlowController {
  @Public()
  @Post()
  async slow() {
    running += 1;
    await sleep(400);
    return { done: true };
  }
}
@Module({ controllers: [SlowController] })
class SlowModule {}

describe('F16: stopping', () => {
  it('finishes the requests and messages that are running, then sends everybody away', async () => {
    const test = await createTestApp({ features: [SlowModule, FakeSessionsModule] });
    const name = 'slow:ask' as MessageName;
    test.app.get(SocketMessages).on(name, z.unknown() as never, async () => {
      running += 1;
      await sleep(400);
      return 'done' as never;
    });
    const socket = await connect(test.url, signIn('ann'));
    const reasons: string[] = [];
    socket.on('disconnect', (reason) => reasons.push(reason));
    const messages = Array.from({ length: 10 }, () => ask(socket, name, {}));
    const requests = Array.from({ length: 10 }, () => test.http.post('/api/slow').then(({ status }) => status));
    await until(() => running === 20);

    expect(await drain({ nest: test.app, sockets: test.sockets })).toBe(true);
    expect(await Promise.all(messages)).toEqual(Array(10).fill({ ok: true, data: 'done' }));
    expect(await Promise.all(requests)).toEqual(Array(10).fill(201));
    await until(() => reasons.length > 0);
    // Not 'io server disconnect', after which a client would not come back by itself.
    expect(reasons).toEqual(['transport close']);
  });

  it('gives up on what never ends', async () => {
    const test = await createTestApp({ features: [FakeSessionsModule] });
    const name = 'stuck:ask' as MessageName;
    let end: (() => void) | undefined;
    test.app
      .get(SocketMessages)
      .on(name, z.unknown() as never, () => new Promise<never>((resolve) => (end = () => resolve(undefined as never))));
    const socket = await connect(test.url, signIn('ann'));
    const message = ask(socket, name, {});
    await until(() => end !== undefined);
    expect(await drain({ nest: test.app, sockets: test.sockets }, 200)).toBe(false);
    end?.();
    await message;
    await test.close();
  });
});
