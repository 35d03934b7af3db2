import { Injectable } from '@nestjs/common';
import type { AskKind, AskQuery, AskState, AskView, ScreenAsk } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { HELP_STATE, NAMED, person, reachable, STATE, VISIBLE } from './ask-sql.js';
import { MAY_MODERATE } from './asks.policy.js';

/** Who reads. */
export interface Reader {
  registrationId: string;
  accountId: string;
}
export interface AskRow extends Omit<AskView, 'postedAt' | 'editedAt' | 'own'> {
  postedAt: Date;
  editedAt: Date | null;
  own: NonNullable<AskView['own']>;
}
export interface NewAsk {
  eventId: string;
  authorId: string;
  requestId: string;
  kind: AskKind;
  text: string;
  tags: readonly string[];
  topicKeys: readonly string[];
  searchKeys: string;
  onScreen: boolean;
}
export interface AskFilter extends Pick<AskQuery, 'kind' | 'state'> {
  mine: boolean;
  /** Patterns for the text or its author's name, and what the words mean. */
  patterns: readonly string[];
  meant: readonly string[];
  topics: readonly string[];
  limit: number;
  before: { at: Date; id: string } | null;
}
/** Locked until the transaction ends. */
export interface LockedAsk {
  id: string;
  authorId: string;
  state: AskState;
  answeredBy: string | null;
  thanks: string;
  visible: boolean;
  hidden: boolean;
  removed: boolean;
}

const ON_SCREEN = 12;

const waitingFor = (state: string) => `(SELECT count(*)::int FROM ask_helps x JOIN registrations r ON r.id = x.helper_id
  WHERE x.ask_id = a.id AND x.state = '${state}' AND ${reachable('r')})`;

const SELECT = `SELECT a.id, a.kind, a.text, a.tags, ${STATE} AS state, a.posted_at AS "postedAt", a.edited_at AS "editedAt",
    CASE WHEN ${NAMED} THEN ${person('author')} END AS author, author.id = $2 AS mine,
    CASE WHEN h.id IS NOT NULL THEN json_build_object('threadId', h.id, 'state', ${HELP_STATE}) END AS "myHelp",
    CASE WHEN author.id = $2 THEN json_build_object('onScreen', a.on_screen, 'waiting', ${waitingFor('waiting')},
      'introduced', ${waitingFor('accepted')}, 'thanks', a.thanks,
      'hidden', CASE WHEN a.hidden_at IS NOT NULL THEN json_build_object('reason', a.hidden_reason, 'removed', a.removed_at IS NOT NULL) END,
      'answeredBy', (SELECT r.name FROM ask_helps x JOIN registrations r ON r.id = x.helper_id WHERE x.id = a.answered_by_help)) END AS own
  FROM asks a JOIN events e ON e.id = a.event_id JOIN registrations author ON author.id = a.author_id
  LEFT JOIN ask_helps h ON h.ask_id = a.id AND h.helper_id = $2 AND h.state <> 'taken-back'`;

@Injectable()
export class AsksRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(eventId: string, askId: string, { registrationId, accountId }: Reader, now: Date): Promise<AskRow | null> {
    const rows: AskRow[] = await this.dataSource.query(`${SELECT} WHERE a.event_id = $1 AND a.id = $5 AND ${VISIBLE}`, [
      eventId,
      registrationId,
      accountId,
      now,
      askId,
    ]);
    return rows[0] ?? null;
  }

  /** Newest first. What was taken back is in nobody's list but its author's. */
  list(eventId: string, { registrationId, accountId }: Reader, now: Date, filter: AskFilter): Promise<AskRow[]> {
    const { kind, state, mine, patterns, meant, topics, before, limit } = filter;
    return this.dataSource.query(
      `${SELECT} WHERE a.event_id = $1 AND ${VISIBLE}
         AND CASE WHEN $5 THEN author.id = $2 ELSE a.state <> 'withdrawn' END
         AND ($6 = 'all' OR a.kind = $6) AND ($7 = 'all' OR ${STATE} = $7)
         AND (cardinality($8::text[]) = 0 OR a.topic_keys && $8)
         AND (cardinality($9::text[]) = 0 OR a.topic_keys && $10
           OR (a.search_keys || CASE WHEN ${NAMED} THEN ' ' || author.search_keys ELSE '' END) LIKE ALL ($9))
         AND ($11::timestamptz IS NULL OR (a.posted_at, a.id) < ($11, $12::uuid))
       ORDER BY a.posted_at DESC, a.id DESC LIMIT $13`,
      [
        ...[eventId, registrationId, accountId, now, mine, kind, state, topics, patterns, meant],
        ...[before?.at ?? null, before?.id ?? null, limit],
      ],
    );
  }

  /** Open ones by others that the reader has not answered yet, the newest first, with what the reader offers and seeks. */
  async answerable(eventId: string, { registrationId, accountId }: Reader, now: Date, limit: number) {
    const [asks, goals] = await Promise.all([
      this.dataSource.query<AskRow[]>(
        `${SELECT} WHERE a.event_id = $1 AND ${VISIBLE} AND author.id <> $2 AND h.id IS NULL AND ${STATE} = 'open'
         ORDER BY a.posted_at DESC, a.id DESC LIMIT $5`,
        [eventId, registrationId, accountId, now, limit],
      ),
      this.dataSource.query<{ seeks: string[]; offers: string[] }[]>(
        'SELECT seeks, offers FROM goals WHERE registration_id = $1',
        [registrationId],
      ),
    ]);
    return { asks, seeks: goals[0]?.seeks ?? [], offers: goals[0]?.offers ?? [] };
  }

  /** The row of the person stands for all they post: of two that are posted at once the second counts the first. */
  async lockAuthor(manager: EntityManager, registrationId: string): Promise<void> {
    await manager.query('SELECT FROM registrations WHERE id = $1 FOR NO KEY UPDATE', [registrationId]);
  }

  async posted(manager: EntityManager, authorId: string, requestId: string): Promise<string | null> {
    const rows: { id: string }[] = await manager.query('SELECT id FROM asks WHERE author_id = $1 AND request_id = $2', [
      authorId,
      requestId,
    ]);
    return rows[0]?.id ?? null;
  }

  async countOpen(manager: EntityManager, authorId: string): Promise<number> {
    const rows: { open: number }[] = await manager.query(
      `SELECT count(*)::int AS open FROM asks WHERE author_id = $1 AND state = 'open' AND removed_at IS NULL`,
      [authorId],
    );
    return rows[0]?.open ?? 0;
  }

  /** null where the event is over. */
  async insert(manager: EntityManager, ask: NewAsk, now: Date): Promise<string | null> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO asks (event_id, author_id, request_id, kind, text, tags, topic_keys, search_keys, on_screen, posted_at)
       SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM events WHERE id = $1 AND ends_at > $10 RETURNING id`,
      [
        ...[ask.eventId, ask.authorId, ask.requestId, ask.kind, ask.text, ask.tags, ask.topicKeys, ask.searchKeys],
        ...[ask.onScreen, now],
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** Others who change the ask, or answer it, wait. */
  async locked(
    manager: EntityManager,
    eventId: string,
    askId: string,
    { registrationId, accountId }: Reader,
    now: Date,
  ): Promise<LockedAsk | null> {
    const rows: LockedAsk[] = await manager.query(
      `SELECT a.id, a.author_id AS "authorId", ${STATE} AS state, a.answered_by_help AS "answeredBy", a.thanks,
         ${VISIBLE} AS visible, a.hidden_at IS NOT NULL AS hidden, a.removed_at IS NOT NULL AS removed
       FROM asks a JOIN events e ON e.id = a.event_id JOIN registrations author ON author.id = a.author_id
       WHERE a.event_id = $1 AND a.id = $5 FOR NO KEY UPDATE OF a`,
      [eventId, registrationId, accountId, now, askId],
    );
    return rows[0] ?? null;
  }

  async update(
    manager: EntityManager,
    askId: string,
    { text, tags, topicKeys, searchKeys, onScreen }: Omit<NewAsk, 'eventId' | 'authorId' | 'requestId' | 'kind'>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE asks SET text = $2, tags = $3, topic_keys = $4, search_keys = $5, on_screen = $6,
         edited_at = CASE WHEN text = $2 AND tags = $3 THEN edited_at ELSE $7 END WHERE id = $1`,
      [askId, text, tags, topicKeys, searchKeys, onScreen, now],
    );
  }

  async close(
    manager: EntityManager,
    askId: string,
    state: 'answered' | 'withdrawn',
    now: Date,
    { threadId = null, thanks = '' }: { threadId?: string | null; thanks?: string } = {},
  ): Promise<void> {
    await manager.query(
      'UPDATE asks SET state = $2, closed_at = $3, answered_by_help = $4, thanks = $5 WHERE id = $1',
      [askId, state, now, threadId, thanks],
    );
  }

  async reopen(manager: EntityManager, askId: string): Promise<void> {
    await manager.query(
      `UPDATE asks SET state = 'open', closed_at = NULL, answered_by_help = NULL, thanks = '' WHERE id = $1`,
      [askId],
    );
  }

  /** Who may read it: those who run the event, but not about themselves; nobody where this person has said it before. */
  async report(eventId: string, askId: string, accountId: string, reason: string, now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `WITH made AS (INSERT INTO reports (event_id, reporter_id, reported_registration_id, reason, created_at, ask_id, quote)
       SELECT event_id, $3, author_id, $4, $5, id, text FROM asks WHERE event_id = $1 AND id = $2
       ON CONFLICT (ask_id, reporter_id) WHERE ask_id IS NOT NULL DO NOTHING RETURNING reported_registration_id AS author_id)
       SELECT role.account_id AS id FROM made JOIN registrations author ON author.id = made.author_id
       JOIN event_roles role ON role.event_id = $1 AND role.role = ANY($6) AND role.account_id IS DISTINCT FROM author.account_id`,
      [eventId, askId, accountId, reason, now, MAY_MODERATE],
    );
    return rows.map(({ id }) => id);
  }

  /** B4, P1: open ones whose authors are here, agreed to the screen and to the board for all, and want this one on it. */
  forScreen(eventId: string, now: Date): Promise<ScreenAsk[]> {
    return this.dataSource.query(
      `SELECT a.id, a.kind, a.text, a.tags, author.name FROM asks a
       JOIN events e ON e.id = a.event_id JOIN registrations author ON author.id = a.author_id
       WHERE a.event_id = $1 AND a.state = 'open' AND a.hidden_at IS NULL AND a.on_screen AND e.ends_at > $2
         AND author.status = 'confirmed' AND author.checked_in_at IS NOT NULL AND author.consent_take_part
         AND author.consent_board AND author.consent_screen AND author.board_level = 'everyone'
       ORDER BY a.posted_at DESC, a.id LIMIT ${ON_SCREEN}`,
      [eventId, now],
    );
  }

  /** Whether others may see something of this person's among the asks. */
  async hasAny(registrationId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM asks WHERE author_id = $1 AND state <> 'withdrawn' AND hidden_at IS NULL LIMIT 1`,
      [registrationId],
    );
    return rows.length > 0;
  }
}
