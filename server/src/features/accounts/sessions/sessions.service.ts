import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView, SiteRole } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Randomness } from '../../../common/randomness.js';
import { SessionLookup } from '../../../common/session-lookup.js';
import { cleanLine } from '../../../common/text-fold.js';
import { type OwnSession, SessionsRepository } from './sessions.repository.js';

export interface OpenSession {
  sessionId: string;
  /** Goes into the cookie and nowhere else; the database keeps its hash. */
  token: string;
  expiresAt: Date;
}

const DAY = 24 * 3_600_000;
/**
 * An attendee comes back weeks later to follow up. Who may create events has more to lose; a week idle still spans the days
 * between two looks at a guest list, and an installation without mail lets them in again only at the terminal.
 */
const LIFETIMES: Record<'attendee' | 'organizer', { idle: number; absolute: number }> = {
  attendee: { idle: 30 * DAY, absolute: 90 * DAY },
  organizer: { idle: 7 * DAY, absolute: 30 * DAY },
};
/** "Seen" is written at most this often per session: a read must not cost a write. */
const TOUCH_EVERY = 10 * 60_000;
const TOKEN = /^[\w-]{43}$/u;

@Injectable()
export class SessionsService extends SessionLookup {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {
    super();
  }

  /** Always a fresh token, in the caller's transaction: one that a browser brought along never becomes valid. */
  async open(manager: EntityManager, accountId: string, device: string): Promise<OpenSession> {
    const now = this.clock.now();
    const token = this.randomness.token(32);
    const { absolute } = lifetime(await this.sessions.siteRoleOf(manager, accountId));
    const expiresAt = new Date(now.getTime() + absolute);
    const session = { accountId, tokenHash: hash(token), device: cleanLine(device, 80), now, expiresAt };
    return { sessionId: await this.sessions.insert(manager, session), token, expiresAt };
  }

  /** Like `open`, for accounts that this transaction has made, which hence have no rights yet. In their order. */
  async openFirst(
    manager: EntityManager,
    accounts: readonly { accountId: string; device: string }[],
  ): Promise<OpenSession[]> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFETIMES.attendee.absolute);
    const opened = accounts.map(() => ({ sessionId: randomUUID(), token: this.randomness.token(32), expiresAt }));
    const rows = opened.map(({ sessionId, token }, index) => {
      const { accountId, device } = accounts[index] as (typeof accounts)[number];
      return { id: sessionId, accountId, tokenHash: hash(token), device: cleanLine(device, 80), now, expiresAt };
    });
    await this.sessions.insertMany(manager, rows);
    return opened;
  }

  async find(token: string): Promise<Actor | null> {
    if (!TOKEN.test(token)) return null;
    const now = this.clock.now();
    const row = await this.sessions.findLiving(hash(token), now);
    if (row === null || isIdle(row, now)) return null;
    const silentMs = now.getTime() - row.lastSeenAt.getTime();
    if (silentMs > TOUCH_EVERY) {
      await this.sessions.touch(row.id, now);
      this.events.emit('session:seen', { accountId: row.accountId, silentMs });
    }
    return { accountId: row.accountId, sessionId: row.id, locale: row.locale, siteRole: row.siteRole };
  }

  async list(actor: Actor): Promise<SessionView[]> {
    const now = this.clock.now();
    const own = await this.sessions.livingOf(actor.accountId, now);
    return own.filter((session) => !isIdle(session, now)).map((session) => present(session, actor));
  }

  /** Ends one of the actor's sessions; its live connections are cut. @throws DomainError `not_found` */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    if (!(await this.sessions.revoke(actor.accountId, sessionId, this.clock.now()))) throw new DomainError('not_found');
    this.announceEnd(actor.accountId, [sessionId]);
  }

  /** Signs out; nothing happens where nobody is signed in. */
  async revokeCurrent(actor: Actor | null): Promise<void> {
    if (actor === null || !(await this.sessions.revoke(actor.accountId, actor.sessionId, this.clock.now()))) return;
    this.announceEnd(actor.accountId, [actor.sessionId]);
  }

  /** In the caller's transaction; pass what it returns to `announceEnd` after commit. */
  revokeAll(manager: EntityManager, accountId: string): Promise<string[]> {
    return this.sessions.revokeAll(manager, accountId, this.clock.now());
  }

  announceEnd(accountId: string, sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) this.events.emit('session:ended', { accountId, sessionId });
  }
}

function lifetime(siteRole: SiteRole) {
  return LIFETIMES[siteRole === 'none' ? 'attendee' : 'organizer'];
}

function isIdle(session: { lastSeenAt: Date; siteRole: SiteRole }, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() > lifetime(session.siteRole).idle;
}

/** 256 random bits need no salt and no slow hash. */
function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function present(session: OwnSession, actor: Actor): SessionView {
  return {
    id: session.id,
    current: session.id === actor.sessionId,
    device: session.device,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
  };
}
