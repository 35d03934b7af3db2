import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';

const LOOK_EVERY_MS = 1000;

/**
 * Starts the server again when it has ended without our doing (out of memory, kill -9), on the same port, since the
 * application goes on asking there. Tries once a second for as long as it takes.
 * @returns ends the watch; call it before stopping the server
 */
export function watch(
  cluster: Pick<Cluster, 'isRunning' | 'start'>,
  port: number,
  tell: (message: string) => void,
): () => Promise<void> {
  const end = new AbortController();
  const ended = (async () => {
    for (;;) {
      await sleep(LOOK_EVERY_MS, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
      if (end.signal.aborted) return;
      if (await cluster.isRunning()) continue;
      tell('The embedded PostgreSQL has ended. Starting it again.');
      await cluster.start(port).then(
        () => tell('The embedded PostgreSQL runs again.'),
        (error: unknown) => tell(String(error)),
      );
    }
  })();
  return async () => {
    end.abort();
    await ended;
  };
}
