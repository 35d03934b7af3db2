import { Injectable } from '@nestjs/common';
import type { Consents, RegistrationStatus } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { ImportedGuest } from '../registration.entity.js';

export interface ClaimableRow {
  id: string;
  eventId: string;
  accountId: string | null;
  status: RegistrationStatus;
  name: string;
  claimVersion: number;
  eventTitle: string;
  slug: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
}
export interface Invitee {
  id: string;
  name: string;
  email: string;
  claimVersion: number;
}

const SELECT = `SELECT r.id, r.event_id AS "eventId", r.account_id AS "accountId", r.status, r.name, r.claim_version AS "claimVersion",
    e.title AS "eventTitle", e.slug, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.time_zone AS "timeZone", e.venue
  FROM registrations r JOIN events e ON e.id = r.event_id`;

const INVITABLE = `event_id = $1 AND status = 'confirmed' AND account_id IS NULL`;

@Injectable()
export class ClaimsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(registrationId: string): Promise<ClaimableRow | null> {
    const rows: ClaimableRow[] = await this.dataSource.query(`${SELECT} WHERE r.id = $1`, [registrationId]);
    return rows[0] ?? null;
  }

  /** Unclaimed places in events where this account has none yet, listed under a mail address it proved. */
  claimableBy(manager: EntityManager, accountId: string, email: string): Promise<ClaimableRow[]> {
    return manager.query(
      `SELECT DISTINCT ON (mine."eventId") mine.* FROM (${SELECT} WHERE r.email = $2 AND r.account_id IS NULL
         AND r.status IN ('confirmed', 'pending', 'waitlisted')
         AND NOT EXISTS (SELECT 1 FROM registrations own WHERE own.event_id = r.event_id AND own.account_id = $1)) mine
       ORDER BY mine."eventId", mine.id`,
      [accountId, email],
    );
  }

  /** Of many who claim at once, exactly one finds the place without an account. */
  async bind(manager: EntityManager, id: string, accountId: string, consents: Consents, now: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE registrations SET account_id = $2, claimed_at = $3, imported = NULL, updated_at = now(), consent_take_part = $4,
         consent_board = $5, consent_screen = $6, consent_suggestions = $7
       WHERE id = $1 AND account_id IS NULL`,
      [id, accountId, now, consents.takePart, consents.board, consents.screen, consents.suggestions],
    );
    return changed === 1;
  }

  async addCommonalities(
    manager: EntityManager,
    accountId: string,
    commonalities: ImportedGuest['commonalities'],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO commonalities (account_id, kind, value, position)
       SELECT $1, kind, value, at + (SELECT count(*) FROM commonalities WHERE account_id = $1)
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS new (kind, value, at)
       ON CONFLICT (account_id, kind, value) DO NOTHING`,
      [accountId, commonalities.map(({ kind }) => kind), commonalities.map(({ value }) => value)],
    );
  }

  /** Confirmed guests whose place nobody has claimed and whom a mail reaches; marked as invited in the same statement. */
  takeInvitees(manager: EntityManager, eventId: string, now: Date, notSince: Date): Promise<Invitee[]> {
    return manager.query(
      `WITH taken AS (
         UPDATE registrations SET invited_at = $2 WHERE ${INVITABLE} AND email IS NOT NULL AND (invited_at IS NULL OR invited_at < $3)
         RETURNING id, name, email, claim_version AS "claimVersion", sort_key
       ) SELECT id, name, email, "claimVersion" FROM taken ORDER BY sort_key, id`,
      [eventId, now, notSince],
    );
  }

  async uninvited(
    manager: EntityManager,
    eventId: string,
    now: Date,
  ): Promise<{ mailedToday: number; withoutEmail: number }> {
    const rows: { mailedToday: number; withoutEmail: number }[] = await manager.query(
      `SELECT count(*) FILTER (WHERE invited_at < $2)::integer AS "mailedToday",
         count(*) FILTER (WHERE email IS NULL)::integer AS "withoutEmail"
       FROM registrations WHERE ${INVITABLE}`,
      [eventId, now],
    );
    return rows[0] as { mailedToday: number; withoutEmail: number };
  }
}
