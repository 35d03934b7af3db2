import type { Actor } from './actor.js';

/** What HTTP and sockets ask about a cookie. The accounts feature answers. */
export abstract class SessionLookup {
  /** The actor of a living session, or null for an unknown, ended or expired token. Never throws for a malformed token. */
  abstract find(token: string): Promise<Actor | null>;
}
