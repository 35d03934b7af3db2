import { Injectable } from '@nestjs/common';
import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { SharedLookup } from '../../database/shared-lookup.js';
import { type BoardFacts, boardPerson } from './board-person.js';

interface Reader {
  eventId: string;
  accountId: string;
}
export interface BoardState {
  version: number;
  people: { person: BoardPerson; sortKey: string }[];
}
/** What the log tells of everybody up to a version, complete after `from`. */
export interface BoardPast {
  from: number;
  past: Map<string, { changed: number; looked: number }>;
}
/** `changes` is null when the log no longer reaches back to where the reader is. */
export interface LoggedChanges {
  version: number;
  changes: BoardChange[] | null;
}

/** Of older changes only the last of each person is kept: against it one sees that somebody has only moved since. */
export const LOG_REACH = 10_000;

/** B1, B4: checked in, consented, shown to all. Unclaimed guests have consented to nothing. */
const SHOWN = `r.status = 'confirmed' AND r.checked_in_at IS NOT NULL AND r.account_id IS NOT NULL
  AND r.consent_take_part AND r.consent_board AND r.board_level = 'everyone'`;
const FACTS = `r.id, r.name, r.headline, r.presence, r.place_id AS "placeId", r.search_keys AS "searchKeys",
  ARRAY(SELECT c.value FROM commonalities c WHERE c.account_id = r.account_id AND c.kind = 'speaks' AND c.visibility = 'everyone'
    ORDER BY c.position, c.id) AS languages,
  g.kind AS "goalKind", g.seeks, g.offers, g.sentence`;
/** All that the board shows of a person but where they are. */
const LOOK = `person - ARRAY['presence', 'placeId']`;

@Injectable()
export class BoardRepository {
  /** Every reader of a board asks. */
  private readonly versions = new SharedLookup<string, number>(
    (eventId) => eventId.toLowerCase(),
    async (eventIds) => {
      const rows: { id: string; version: number }[] = await this.dataSource.query(
        'SELECT id, board_version::integer AS version FROM events WHERE id = ANY($1)',
        [eventIds],
      );
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
  );

  private readonly blocks = new SharedLookup<Reader, string[]>(nameOf, async (readers) => {
    const rows: (Reader & { ids: string[] })[] = await this.dataSource.query(
      `SELECT asked.event_id AS "eventId", asked.account_id AS "accountId", array_agg(r.id ORDER BY r.id) AS ids
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (event_id, account_id) JOIN registrations own USING (event_id, account_id)
       CROSS JOIN LATERAL (
         SELECT blocked_id AS id FROM blocks WHERE blocker_id = asked.account_id
         UNION SELECT blocker_id FROM blocks WHERE blocked_id = asked.account_id
       ) other JOIN registrations r ON r.event_id = asked.event_id AND r.account_id = other.id
       GROUP BY asked.event_id, asked.account_id`,
      [readers.map(({ eventId }) => eventId), readers.map(({ accountId }) => accountId)],
    );
    return new Map(rows.map(({ ids, ...reader }) => [nameOf(reader), ids]));
  });

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Registrations that are not for the reader's eyes, as one of the two has blocked the other, whether the board shows them now or
   * might later. None for whoever runs the event without taking part.
   */
  async gone(eventId: string, accountId: string): Promise<readonly string[]> {
    return (await this.blocks.get({ eventId, accountId })) ?? [];
  }

  /** Whom these registrations are not shown, of the event's people by account: `gone` from the other side. */
  async hiddenFrom(eventId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows: { accountId: string; ids: string[] }[] = await this.dataSource.query(
      `SELECT reader.account_id AS "accountId", array_agg(shown.id) AS ids
       FROM registrations shown CROSS JOIN LATERAL (
         SELECT blocked_id AS id FROM blocks WHERE blocker_id = shown.account_id
         UNION SELECT blocker_id FROM blocks WHERE blocked_id = shown.account_id
       ) other JOIN registrations reader ON reader.event_id = $1 AND reader.account_id = other.id
       WHERE shown.id = ANY($2) GROUP BY reader.account_id`,
      [eventId, ids],
    );
    return new Map(rows.map((row) => [row.accountId, new Set(row.ids)]));
  }

  /** null: there is no such event. */
  version(eventId: string): Promise<number | null> {
    return this.versions.get(eventId);
  }

  /** People and version in one statement, hence of one moment. */
  async state(eventId: string): Promise<BoardState | null> {
    const rows: ({ version: number } & ((BoardFacts & { sortKey: string }) | { id: null }))[] =
      await this.dataSource.query(
        `SELECT e.board_version::integer AS version, shown.* FROM events e LEFT JOIN LATERAL (
           SELECT ${FACTS}, r.sort_key AS "sortKey" FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id
           WHERE r.event_id = e.id AND r.on_board
         ) shown ON true WHERE e.id = $1`,
        [eventId],
      );
    const [first] = rows;
    if (first === undefined) return null;
    const people = rows.flatMap((row) => (row.id === null ? [] : { person: boardPerson(row), sortKey: row.sortKey }));
    return { version: first.version, people };
  }

  /** Without gaps: every version after `since` up to the current one, or null. */
  async changes(eventId: string, since: number): Promise<LoggedChanges | null> {
    const rows: { current: number; version: number | null; id: string; person: BoardPerson | null }[] =
      await this.dataSource.query(
        `SELECT e.board_version::integer AS current, c.version::integer AS version, c.registration_id AS id, c.person
         FROM events e LEFT JOIN board_changes c ON c.event_id = e.id AND c.version > $2 AND c.version > e.board_version - ${LOG_REACH}
         WHERE e.id = $1 ORDER BY c.version`,
        [eventId, since],
      );
    const [first] = rows;
    if (first === undefined) return null;
    const changes = rows.flatMap(({ version, id, person }): BoardChange[] => {
      if (version === null) return [];
      return [person === null ? { version, kind: 'removed', id } : { version, kind: 'put', person }];
    });
    return { version: first.current, changes: changes.length === first.current - since ? changes : null };
  }

  /** When everybody last changed, and last looked otherwise than before, as far as the log tells of the time up to `version`. */
  async past(eventId: string, version: number): Promise<BoardPast> {
    const [[{ from }], rows]: [[{ from: number }], { id: string; changed: number; looked: number }[]] =
      await Promise.all([
        this.dataSource.query(
          `SELECT greatest(CASE WHEN max(version) = $2 THEN max(version) FILTER (WHERE before IS DISTINCT FROM version - 1) - 1
             ELSE $2 END, $2 - ${LOG_REACH})::integer AS "from"
           FROM (SELECT version, lag(version) OVER (ORDER BY version) AS before
             FROM board_changes WHERE event_id = $1 AND version <= $2) logged`,
          [eventId, version],
        ),
        this.dataSource.query(
          `SELECT registration_id AS id, max(version)::integer AS changed,
             COALESCE(max(version) FILTER (WHERE look IS DISTINCT FROM before), 0)::integer AS looked
           FROM (SELECT registration_id, version, ${LOOK} AS look, lag(${LOOK}) OVER one AS before
             FROM board_changes WHERE event_id = $1 AND version <= $2
             WINDOW one AS (PARTITION BY registration_id ORDER BY version)) logged
           GROUP BY registration_id`,
          [eventId, version],
        ),
      ]);
    return { from, past: new Map(rows.map(({ id, ...last }) => [id, last])) };
  }

  /** Locked until the commit: whoever else changes the same person waits, and then logs what both did. */
  lock(
    manager: EntityManager,
    eventId: string,
    ids: readonly string[],
  ): Promise<{ id: string; wasShown: boolean; isShown: boolean }[]> {
    return manager.query(
      `SELECT r.id, r.on_board AS "wasShown", (${SHOWN}) AS "isShown" FROM registrations r
       WHERE r.event_id = $1 AND r.id = ANY($2) ORDER BY r.id FOR NO KEY UPDATE`,
      [eventId, ids],
    );
  }

  async facts(id: string): Promise<BoardFacts | null> {
    return (await this.factsOf(this.dataSource.manager, [id]))[0] ?? null;
  }

  factsOf(manager: EntityManager, ids: readonly string[]): Promise<BoardFacts[]> {
    return manager.query(
      `SELECT ${FACTS} FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id WHERE r.id = ANY($1)`,
      [ids],
    );
  }

  /** `person` null: the board no longer shows them. */
  async log(
    manager: EntityManager,
    eventId: string,
    changes: readonly { version: number; id: string; person: BoardPerson | null }[],
  ): Promise<void> {
    await manager.query(
      `WITH change AS (
         SELECT * FROM unnest($2::bigint[], $3::uuid[], $4::jsonb[]) AS change (version, id, person)
       ), mark AS (
         UPDATE registrations SET on_board = change.person IS NOT NULL FROM change WHERE registrations.id = change.id
       ) INSERT INTO board_changes (event_id, version, registration_id, person) SELECT $1, * FROM change`,
      [
        eventId,
        changes.map(({ version }) => version),
        changes.map(({ id }) => id),
        changes.map(({ person }) => person && JSON.stringify(person)),
      ],
    );
  }

  async trim(eventId: string, version: number): Promise<void> {
    // Numbered in one pass: to look for a later entry of each one's person would read the log once for every entry.
    await this.dataSource.query(
      `DELETE FROM board_changes old USING (
         SELECT version, person IS NULL AS gone, row_number() OVER (PARTITION BY registration_id ORDER BY version DESC) AS nth
         FROM board_changes WHERE event_id = $1 AND version <= $2
       ) entry
       WHERE old.event_id = $1 AND old.version = entry.version AND (entry.gone OR entry.nth > 1)`,
      [eventId, version - LOG_REACH],
    );
  }
}

function nameOf({ eventId, accountId }: Reader): string {
  return `${eventId} ${accountId}`.toLowerCase();
}
