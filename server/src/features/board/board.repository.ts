import { Injectable } from '@nestjs/common';
import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { SharedLookup } from '../../database/shared-lookup.js';
import { type BoardFacts, boardPerson } from './board-person.js';

export interface BoardState {
  version: number;
  people: BoardPerson[];
}
/** `changes` is null when the log no longer reaches back to where the reader is. */
export interface LoggedChanges {
  version: number;
  changes: BoardChange[] | null;
}

/** Beyond this many a fresh board is cheaper than its history. Older changes are thrown away. */
export const LOG_REACH = 2000;

/** B1, B4: checked in, consented, shown to all. Unclaimed guests have consented to nothing. */
const SHOWN = `r.status = 'confirmed' AND r.checked_in_at IS NOT NULL AND r.account_id IS NOT NULL
  AND r.consent_take_part AND r.consent_board AND r.board_level = 'everyone'`;
const FACTS = `r.id, r.name, r.headline, r.presence, r.place_id AS "placeId", r.search_keys AS "searchKeys",
  ARRAY(SELECT c.value FROM commonalities c WHERE c.account_id = r.account_id AND c.kind = 'speaks' AND c.visibility = 'everyone'
    ORDER BY c.position, c.id) AS languages,
  g.kind AS "goalKind", g.seeks, g.offers, g.sentence`;

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

  constructor(private readonly dataSource: DataSource) {}

  /** null: there is no such event. */
  version(eventId: string): Promise<number | null> {
    return this.versions.get(eventId);
  }

  /** People and version in one statement, hence of one moment. */
  async state(eventId: string): Promise<BoardState | null> {
    const rows: ({ version: number } & (BoardFacts | { id: null }))[] = await this.dataSource.query(
      `SELECT e.board_version::integer AS version, shown.* FROM events e LEFT JOIN LATERAL (
         SELECT ${FACTS}, r.sort_key FROM registrations r LEFT JOIN goals g ON g.registration_id = r.id
         WHERE r.event_id = e.id AND r.on_board
       ) shown ON true WHERE e.id = $1 ORDER BY shown.sort_key, shown.id`,
      [eventId],
    );
    const [first] = rows;
    if (first === undefined) return null;
    return { version: first.version, people: rows.filter((row) => row.id !== null).map(boardPerson) };
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

  /** How the board showed people as of a version, by id, as far as the log knows; who was not on it is left out. */
  async peopleAt(eventId: string, version: number, ids: readonly string[]): Promise<Map<string, BoardPerson>> {
    const rows: { person: BoardPerson | null }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (registration_id) person FROM board_changes
       WHERE event_id = $1 AND version <= $2 AND registration_id = ANY($3) ORDER BY registration_id, version DESC`,
      [eventId, version, ids],
    );
    return new Map(rows.flatMap(({ person }) => (person ? [[person.id, person] as const] : [])));
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
    await this.dataSource.query('DELETE FROM board_changes WHERE event_id = $1 AND version <= $2', [
      eventId,
      version - LOG_REACH,
    ]);
  }
}
