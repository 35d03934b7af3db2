import type { Actor } from '../../common/actor.js';

/** Whoever started the demo, and the first organizer of the installation, may end it. */
export function mayEndDemo(actor: Actor | null, demo: { startedBy: string | null }): boolean {
  return actor !== null && (actor.siteRole === 'first' || actor.accountId === demo.startedBy);
}
