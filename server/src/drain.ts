import { setTimeout as sleep } from 'node:timers/promises';
import { DomainEvents } from './common/domain-events.js';
import type { App } from './create-app.js';
import { Readiness } from './health/readiness.js';
import { SafeHandler } from './realtime/safe-handler.js';

/** How long running work may take to finish. Supervisors kill after ten seconds. */
const PATIENCE_MS = 8000;

/**
 * Stops in the order that loses nothing: not ready any more, sockets' handlers finish and are acknowledged, sockets are sent
 * away (they come back by themselves, to another node or to the next start), requests finish, listeners finish, the
 * database connections close. Resolves to false when that took too long and was given up.
 */
export async function drain({ nest, sockets }: App, patienceMs = PATIENCE_MS): Promise<boolean> {
  nest.get(Readiness).draining = true;
  const finished = (async () => {
    await nest.get(SafeHandler).drain();
    sockets.sendAway();
    await nest.get(DomainEvents).settled();
    await nest.close();
    return true;
  })();
  return Promise.race([finished, sleep(patienceMs, false, { ref: false })]);
}
