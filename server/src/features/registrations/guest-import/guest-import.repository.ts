import { Injectable } from '@nestjs/common';
import type { GuestImportReport } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { nameSearchKeys, nameSortKey } from '../../../common/name-search.js';
import type { Remark } from '../guest-row.js';
import type { KnownGuest, PlannedGuest } from './import-plan.js';

/** A report as it is stored: remarks as codes, put into words for whoever reads them. */
export type StoredReport = Omit<GuestImportReport, 'id' | 'createdAt' | 'remarks'> & { remarks: Remark[] };
export interface ReportRow {
  id: string;
  createdAt: Date;
  report: StoredReport;
}

/** How many imports the list shows at most. */
const LISTED = 50;
const FIELDS = `"externalId" text, status text, waits boolean, name text, headline text, company text, email text, phone text,
  imported jsonb, "registeredAt" timestamptz, "searchKeys" text, "sortKey" text`;

/** Whole lists in one statement each: 5,000 guests are 5,000 rows, not 5,000 round trips. */
@Injectable()
export class GuestImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Locked, so that nobody claims a place while the import decides about it. */
  known(manager: EntityManager, eventId: string): Promise<KnownGuest[]> {
    return manager.query(
      `SELECT id, external_id AS "externalId", account_id AS "accountId", status, checked_in_at IS NOT NULL AS "checkedIn", name,
         headline, company, email, phone, imported
       FROM registrations WHERE event_id = $1 ORDER BY created_at, id FOR NO KEY UPDATE`,
      [eventId],
    );
  }

  async insert(manager: EntityManager, eventId: string, guests: readonly PlannedGuest[], now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO registrations (event_id, source, external_id, status, waiting_since, name, headline, company, email, phone,
         imported, search_keys, sort_key, created_at)
       SELECT $1, 'imported', "externalId", status, CASE WHEN waits THEN clock_timestamp() END, name, headline, company, email, phone,
         imported, "searchKeys", "sortKey", least("registeredAt", $3)
       FROM jsonb_to_recordset($2) AS guest (${FIELDS})`,
      [eventId, JSON.stringify(guests.map(withKeys)), now],
    );
  }

  async update(manager: EntityManager, guests: readonly PlannedGuest[]): Promise<void> {
    await manager.query(
      `UPDATE registrations r SET external_id = guest."externalId", status = guest.status, name = guest.name,
         waiting_since = CASE WHEN guest.waits THEN COALESCE(r.waiting_since, clock_timestamp()) END,
         headline = guest.headline, company = guest.company, email = guest.email, phone = guest.phone, imported = guest.imported,
         search_keys = guest."searchKeys", sort_key = guest."sortKey", updated_at = now()
       FROM jsonb_to_recordset($1) AS guest (id uuid, ${FIELDS}) WHERE r.id = guest.id AND r.account_id IS NULL`,
      [JSON.stringify(guests.map(withKeys))],
    );
  }

  async setExternalIds(manager: EntityManager, numbered: readonly { id: string; externalId: string }[]): Promise<void> {
    await manager.query(
      `UPDATE registrations r SET external_id = new.external_id
       FROM unnest($1::uuid[], $2::text[]) AS new (id, external_id) WHERE r.id = new.id AND r.external_id IS NULL`,
      [numbered.map(({ id }) => id), numbered.map(({ externalId }) => externalId)],
    );
  }

  async insertReport(
    manager: EntityManager,
    eventId: string,
    accountId: string,
    report: StoredReport,
    now: Date,
  ): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      'INSERT INTO guest_imports (event_id, by_account_id, report, created_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [eventId, accountId, report, now],
    );
    return (rows[0] as { id: string }).id;
  }

  /** A remark quotes what stood in the file: where that holds one of the words, it does so no more. */
  async unquote(manager: EntityManager, eventIds: readonly string[], words: readonly string[]): Promise<void> {
    const quotes = `EXISTS (SELECT FROM unnest($2::text[]) word WHERE strpos(lower(remark ->> 'value'), lower(word)) > 0)`;
    await manager.query(
      `UPDATE guest_imports SET report = jsonb_set(report, '{remarks}', (
         SELECT jsonb_agg(CASE WHEN ${quotes} THEN remark || '{"value": null}' ELSE remark END ORDER BY at)
         FROM jsonb_array_elements(report -> 'remarks') WITH ORDINALITY AS remarks (remark, at)))
       WHERE event_id = ANY($1) AND EXISTS (SELECT FROM jsonb_array_elements(report -> 'remarks') AS remark WHERE ${quotes})`,
      [eventIds, words],
    );
  }

  reports(eventId: string): Promise<ReportRow[]> {
    return this.dataSource.query(
      `SELECT id, created_at AS "createdAt", report FROM guest_imports WHERE event_id = $1 ORDER BY created_at DESC, id LIMIT ${LISTED}`,
      [eventId],
    );
  }
}

function withKeys(guest: PlannedGuest) {
  return { ...guest, searchKeys: nameSearchKeys(guest.name), sortKey: nameSortKey(guest.name) };
}
