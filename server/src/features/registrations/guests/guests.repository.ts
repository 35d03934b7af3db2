import { Injectable } from '@nestjs/common';
import type { Goal, GuestPage, RegistrationStatus } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { nameSearchKeys, nameSortKey } from '../../../common/name-search.js';
import type { ImportedGuest, RegistrationSource } from '../registration.entity.js';
import type { NamePatterns } from './name-patterns.js';

export interface GuestRecord {
  id: string;
  accountId: string | null;
  name: string;
  headline: string;
  company: string;
  email: string | null;
  phone: string | null;
  status: RegistrationStatus;
  source: RegistrationSource;
  claimVersion: number;
  checkedInAt: Date | null;
  checkInGate: string;
  createdAt: Date;
  sortKey: string;
  goal: Goal | null;
}
export interface GuestFilter {
  patterns: NamePatterns | null;
  status: RegistrationStatus | 'checked-in' | 'all';
  /** Only after this guest, in the order of the list. */
  after: { sortKey: string; id: string } | null;
  limit: number;
}
export interface NewWalkIn {
  eventId: string;
  requestId: string;
  name: string;
  email: string | null;
  phone: string | null;
  imported: ImportedGuest;
  gate: string;
  at: Date;
}

const COLUMNS = `r.id, r.account_id AS "accountId", r.name, r.headline, r.company, r.email, r.phone, r.status, r.source,
  r.claim_version AS "claimVersion", r.checked_in_at AS "checkedInAt", r.check_in_gate AS "checkInGate",
  r.created_at AS "createdAt", r.sort_key AS "sortKey",
  CASE WHEN g.registration_id IS NULL THEN r.imported->'goal'
    ELSE jsonb_build_object('kind', g.kind, 'seeks', g.seeks, 'offers', g.offers, 'sentence', g.sentence) END AS goal`;
const FROM = 'FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id';

@Injectable()
export class GuestsRepository {
  constructor(private readonly dataSource: DataSource) {}

  page(eventId: string, { patterns, status, after, limit }: GuestFilter): Promise<GuestRecord[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} ${FROM} WHERE r.event_id = $1
         AND ($2::text IS NULL OR (' ' || r.search_keys) LIKE $2 OR (' ' || r.search_keys) LIKE ALL ($3::text[]))
         AND CASE $4::text WHEN 'all' THEN true WHEN 'checked-in' THEN r.checked_in_at IS NOT NULL ELSE r.status = $4::text END
         AND ($5::text IS NULL OR (r.sort_key, r.id) > ($5::text, $6::uuid))
       ORDER BY r.sort_key, r.id LIMIT $7`,
      [
        eventId,
        patterns?.whole ?? null,
        patterns?.pieces ?? [],
        status,
        after?.sortKey ?? null,
        after?.id ?? null,
        limit,
      ],
    );
  }

  all(eventId: string): Promise<GuestRecord[]> {
    return this.dataSource.query(`SELECT ${COLUMNS} ${FROM} WHERE r.event_id = $1 ORDER BY r.sort_key, r.id`, [
      eventId,
    ]);
  }

  async counts(eventId: string): Promise<GuestPage['counts']> {
    const rows: { status: RegistrationStatus; count: number; checkedIn: number }[] = await this.dataSource.query(
      `SELECT status, count(*)::integer AS count, count(checked_in_at)::integer AS "checkedIn"
       FROM registrations WHERE event_id = $1 GROUP BY status`,
      [eventId],
    );
    const counts = { pending: 0, confirmed: 0, waitlisted: 0, declined: 0, cancelled: 0, checkedIn: 0, total: 0 };
    for (const { status, count, checkedIn } of rows) {
      counts[status] = count;
      counts.checkedIn += checkedIn;
      counts.total += count;
    }
    return counts;
  }

  async insertWalkIn(manager: EntityManager, guest: NewWalkIn): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO registrations (event_id, request_id, status, source, name, search_keys, sort_key, email, phone, imported,
         checked_in_at, check_in_gate, created_at)
       VALUES ($1, $2, 'confirmed', 'walk-in', $3, $4, $5, $6, $7, $8, $9, $10, $9) RETURNING id`,
      [
        guest.eventId,
        guest.requestId,
        guest.name,
        nameSearchKeys(guest.name),
        nameSortKey(guest.name),
        guest.email,
        guest.phone,
        guest.imported,
        guest.at,
        guest.gate,
      ],
    );
    return (rows[0] as { id: string }).id;
  }
}
