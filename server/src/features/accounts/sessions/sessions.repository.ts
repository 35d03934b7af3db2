import { Injectable } from '@nestjs/common';
import type { Locale, SiteRole } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { SharedLookup } from '../../../database/shared-lookup.js';

export interface SessionRow {
  id: string;
  accountId: string;
  locale: Locale;
  siteRole: SiteRole;
  lastSeenAt: Date;
}
export interface OwnSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  siteRole: SiteRole;
}

export interface NewSession {
  id: string;
  accountId: string;
  tokenHash: Buffer;
  device: string;
  now: Date;
  expiresAt: Date;
}

@Injectable()
export class SessionsRepository {
  /** Every request asks. */
  private readonly open = new SharedLookup<Buffer, SessionRow & { expiresAt: Date }>(
    (tokenHash) => tokenHash.toString('base64'),
    async (tokenHashes) => {
      const rows: (SessionRow & { tokenHash: Buffer; expiresAt: Date })[] = await this.dataSource.query(
        `SELECT session.id, session.token_hash AS "tokenHash", session.expires_at AS "expiresAt",
           account.id AS "accountId", account.locale, account.site_role AS "siteRole", session.last_seen_at AS "lastSeenAt"
         FROM sessions session JOIN accounts account ON account.id = session.account_id
         WHERE session.token_hash = ANY($1) AND session.revoked_at IS NULL`,
        [tokenHashes],
      );
      return new Map(rows.map(({ tokenHash, ...session }) => [tokenHash.toString('base64'), session]));
    },
  );

  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, session: Omit<NewSession, 'id'>): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO sessions (account_id, token_hash, device, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5) RETURNING id`,
      [session.accountId, session.tokenHash, session.device, session.now, session.expiresAt],
    );
    return (rows[0] as { id: string }).id;
  }

  async insertMany(manager: EntityManager, sessions: readonly NewSession[]): Promise<void> {
    if (sessions.length === 0) return;
    await manager.query(
      `INSERT INTO sessions (id, account_id, token_hash, device, created_at, last_seen_at, expires_at)
       SELECT id, account_id, token_hash, device, at, at, expires_at
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::timestamptz[], $6::timestamptz[])
         AS new (id, account_id, token_hash, device, at, expires_at)`,
      [
        sessions.map(({ id }) => id),
        sessions.map(({ accountId }) => accountId),
        sessions.map(({ tokenHash }) => tokenHash),
        sessions.map(({ device }) => device),
        sessions.map(({ now }) => now),
        sessions.map(({ expiresAt }) => expiresAt),
      ],
    );
  }

  /** Not ended and not past its last day; whether it was idle for too long is the caller's to judge. */
  async findLiving(tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
    const session = await this.open.get(tokenHash);
    return session && session.expiresAt > now ? session : null;
  }

  async touch(sessionId: string, now: Date): Promise<void> {
    await this.dataSource.query('UPDATE sessions SET last_seen_at = $2 WHERE id = $1', [sessionId, now]);
  }

  async livingOf(accountId: string, now: Date): Promise<OwnSession[]> {
    return this.dataSource.query(
      `SELECT session.id, device, session.created_at AS "createdAt", last_seen_at AS "lastSeenAt", site_role AS "siteRole"
       FROM sessions session JOIN accounts account ON account.id = session.account_id
       WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY last_seen_at DESC, session.id`,
      [accountId, now],
    );
  }

  async siteRoleOf(manager: EntityManager, accountId: string): Promise<SiteRole> {
    const rows: { siteRole: SiteRole }[] = await manager.query(
      'SELECT site_role AS "siteRole" FROM accounts WHERE id = $1',
      [accountId],
    );
    return rows[0]?.siteRole ?? 'none';
  }

  /** @returns whether there was such a living session of this account. */
  async revoke(accountId: string, sessionId: string, now: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      'UPDATE sessions SET revoked_at = $3 WHERE id = $2 AND account_id = $1 AND revoked_at IS NULL',
      [accountId, sessionId, now],
    );
    return changed > 0;
  }

  /** @returns ids of the sessions that this ended. */
  async revokeAll(manager: EntityManager, accountId: string, now: Date): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await manager.query(
      'UPDATE sessions SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL RETURNING id',
      [accountId, now],
    );
    return rows.map(({ id }) => id);
  }
}
