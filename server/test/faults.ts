import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface FaultProxy {
  port: number;
  /** Milliseconds that every chunk waits, in both directions. */
  latency: (milliseconds: number) => void;
  /** Ends every connection at once, without a goodbye. */
  cut: () => void;
  /** Ends the connection on which something comes next, at any byte of it. */
  cutWithin: () => void;
  /** Takes back the cuts that have not found anything yet. @returns how many have */
  cutNoMore: () => number;
  /** Swallows everything, as a tunnel does; false lets it through again. */
  blackHole: (on: boolean) => void;
  /** Refuses new connections, as a server that is down does; false accepts them again. */
  refuse: (on: boolean) => void;
  close: () => Promise<void>;
}

/** A TCP proxy on the loopback address with which tests break a connection: to us, to PostgreSQL, to Redis. */
export async function faultProxy(targetPort: number): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let delay = 0;
  let swallow = false;
  let refusing = false;
  const cuts = { wanted: 0, made: 0 };

  const forward = (from: Socket, to: Socket) => {
    // Chunks leave in the order in which they came, whatever the delay was when they came.
    let queue = Promise.resolve();
    from.on('data', (chunk) => {
      if (swallow) return;
      queue = queue.then(async () => {
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        if (to.destroyed || swallow) return;
        if (cuts.made < cuts.wanted) {
          cuts.made += 1;
          // Written and flushed before the end, or nothing of it would arrive.
          to.end(chunk.subarray(0, Math.floor(Math.random() * chunk.length)));
          from.destroy();
        } else to.write(chunk);
      });
    });
    from.on('close', () => void queue.then(() => swallow || to.destroy()));
    from.on('error', () => undefined);
  };

  const server = createServer((client) => {
    if (refusing) return client.destroy();
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    forward(client, target);
    forward(target, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    latency: (milliseconds) => {
      delay = milliseconds;
    },
    cut,
    cutWithin: () => {
      cuts.wanted += 1;
    },
    cutNoMore: () => {
      cuts.wanted = cuts.made;
      return cuts.made;
    },
    blackHole: (on) => {
      swallow = on;
    },
    refuse: (on) => {
      refusing = on;
      if (on) cut();
    },
    close: () =>
      new Promise((resolve) => {
        // Whoever comes back meanwhile would keep it open for ever.
        refusing = true;
        cut();
        server.close(() => resolve());
      }),
  };
}
