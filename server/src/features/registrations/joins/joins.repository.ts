import { Injectable } from '@nestjs/common';
import type { Consents, GoalInput, RegistrationStatus } from '@teabreak/shared';
import { CONSENT_VERSION } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { nameSearchKeys, nameSortKey } from '../../../common/name-search.js';
import type { RequestRow } from '../registrations.repository.js';

/** What decides whether somebody may join, as it was a moment ago. */
export interface JoinOutlook {
  eventId: string;
  slug: string;
  endsAt: Date;
  /** The registration that this very request made before. */
  known: RequestRow | null;
  /** Of the asking account's registration. */
  ownStatus: RegistrationStatus | null;
}
export interface Joiner {
  accountId: string;
  requestId: string;
  requestHash: Buffer | null;
  name: string;
  headline: string;
  email: string | null;
  phone: string | null;
  goal: z.output<typeof GoalInput>;
  consents: Consents;
  at: Date;
}
export interface Seated {
  id: string;
  accountId: string;
  status: 'pending' | 'confirmed' | 'waitlisted';
}

/**
 * Seats and registrations of many in one statement, so that an event's row is locked for as short as can be. What counts is
 * the row as it is once locked. Nobody's place moves: who comes first in the list sits or waits first. A cancelled
 * registration of the same person is revived; any other makes its owner miss from the answer.
 */
const PUT = `WITH event AS (
  SELECT id, requires_approval, CASE WHEN capacity IS NULL THEN 2147483647 ELSE capacity - taken END AS free
  FROM events WHERE id = $1 FOR NO KEY UPDATE
), asked AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS asked (n integer, account_id uuid, request_id uuid, request_hash text, name text,
    headline text, search_keys text, sort_key text, email text, phone text, take_part boolean, board boolean, screen boolean,
    suggestions boolean, kind text, seeks text[], offers text[], sentence text, at timestamptz)
), placed AS (
  SELECT asked.*, event.id AS event_id, CASE WHEN requires_approval THEN 'pending' WHEN n <= free THEN 'confirmed' ELSE 'waitlisted' END AS status
  FROM event CROSS JOIN asked
), put AS (
  INSERT INTO registrations AS r (event_id, account_id, request_id, request_hash, status, waiting_since, source, name, headline,
    search_keys, sort_key, email, phone, consent_take_part, consent_board, consent_screen, consent_suggestions, created_at)
  SELECT event_id, account_id, request_id, decode(request_hash, 'base64'), status,
    CASE WHEN status = 'waitlisted' THEN clock_timestamp() + n * interval '1 microsecond' END, 'joined', name, headline,
    search_keys, sort_key, email, phone, take_part, board, screen, suggestions, at
  FROM placed ORDER BY n
  ON CONFLICT (event_id, account_id) WHERE account_id IS NOT NULL DO UPDATE SET request_id = excluded.request_id,
    request_hash = excluded.request_hash, status = excluded.status, waiting_since = excluded.waiting_since,
    name = excluded.name, headline = excluded.headline, search_keys = excluded.search_keys, sort_key = excluded.sort_key,
    email = COALESCE(excluded.email, r.email), phone = COALESCE(excluded.phone, r.phone),
    consent_take_part = excluded.consent_take_part, consent_board = excluded.consent_board,
    consent_screen = excluded.consent_screen, consent_suggestions = excluded.consent_suggestions, updated_at = now()
    WHERE r.status = 'cancelled'
  RETURNING r.id, r.event_id, r.account_id, r.status
), seated AS (
  UPDATE events SET taken = taken + seats FROM (SELECT count(*) AS seats FROM put WHERE status = 'confirmed') AS new
  WHERE events.id = $1 AND seats > 0
), goal AS (
  INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence)
  SELECT put.id, put.event_id, kind, seeks, offers, sentence FROM put JOIN asked USING (account_id)
  ON CONFLICT (registration_id) DO UPDATE SET kind = excluded.kind, seeks = excluded.seeks, offers = excluded.offers,
    sentence = excluded.sentence, updated_at = now()
), said AS (
  INSERT INTO consents (registration_id, kind, granted, version)
  SELECT put.id, said.kind, said.granted, $3 FROM put JOIN asked USING (account_id) CROSS JOIN LATERAL (VALUES
    ('take-part', take_part), ('board', board), ('screen', screen), ('suggestions', suggestions)) AS said (kind, granted)
)
SELECT id, account_id AS "accountId", status FROM put`;

/** Joining (E2) and the seats it takes (E3). */
@Injectable()
export class JoinsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** null: there is no such event. Nothing is locked, so it may be otherwise by the time somebody is put. */
  async look(slug: string, requestId: string, accountId: string | null): Promise<JoinOutlook | null> {
    const rows: (Omit<JoinOutlook, 'known'> & Omit<RequestRow, 'id'> & { id: string | null })[] =
      await this.dataSource.query(
        `SELECT event.id AS "eventId", event.slug, event.ends_at AS "endsAt", own.status AS "ownStatus",
           known.id, known.account_id AS "accountId", known.status, known.request_hash AS "requestHash", known.created_at AS "createdAt"
         FROM events event
         LEFT JOIN registrations known ON known.event_id = event.id AND known.request_id = $2
         LEFT JOIN registrations own ON own.event_id = event.id AND own.account_id = $3::uuid
         WHERE event.slug = $1`,
        [slug, requestId, accountId],
      );
    const [row] = rows;
    if (row === undefined) return null;
    const { eventId, endsAt, ownStatus, id, ...request } = row;
    return { eventId, slug: row.slug, endsAt, ownStatus, known: id === null ? null : { ...request, id } };
  }

  /**
   * Locks the event until the commit, so call it last. Who is not in the answer has a place already.
   * @throws when a request was put before (constraint `registrations_retry_once`)
   */
  put(manager: EntityManager, eventId: string, joiners: readonly Joiner[]): Promise<Seated[]> {
    const asked = joiners.map(({ accountId, requestId, requestHash, goal, consents, ...joiner }, index) => ({
      ...joiner,
      ...goal,
      n: index + 1,
      account_id: accountId,
      request_id: requestId,
      request_hash: requestHash?.toString('base64'),
      search_keys: nameSearchKeys(joiner.name),
      sort_key: nameSortKey(joiner.name),
      take_part: consents.takePart,
      board: consents.board,
      screen: consents.screen,
      suggestions: consents.suggestions,
    }));
    return manager.query(PUT, [eventId, JSON.stringify(asked, wellFormed), CONSENT_VERSION]);
  }
}

/** Half a surrogate pair becomes U+FFFD, as in every other parameter; PostgreSQL would refuse the JSON that escapes it. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}
