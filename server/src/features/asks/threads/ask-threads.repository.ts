import { Injectable } from '@nestjs/common';
import type { AskThread } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { HELP_STATE, NAMED, person, reachable, STATE } from '../ask-sql.js';
import type { Reader } from '../asks.repository.js';

export interface ThreadRow extends Omit<AskThread, 'at'> {
  at: Date;
  otherAccountId: string;
  /** The reader's own registration. */
  readerId: string;
}
export interface HelpRow {
  id: string;
  askId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'taken-back';
  authorId: string;
  helperId: string;
  authorAccountId: string;
  helperAccountId: string;
}
interface Selection {
  askId?: string;
  threadId?: string;
}

const MOST = 200;

const SELECT = `SELECT h.id, h.ask_id AS "askId", a.kind, a.text, ${STATE} AS "askState",
    CASE WHEN h.author_id = $2 THEN 'author' ELSE 'helper' END AS part, ${HELP_STATE} AS state,
    CASE WHEN h.author_id = $2 OR h.state = 'accepted' OR ${NAMED} THEN ${person('other')} END AS other,
    h.line, CASE WHEN a.answered_by_help = h.id THEN json_build_object('thanks', a.thanks) END AS helped,
    CASE WHEN h.state <> 'accepted' THEN 0 WHEN h.author_id = $2 THEN h.message_seq - h.author_read
      ELSE h.message_seq - h.helper_read END AS unread,
    (SELECT json_build_object('text', left(m.text, 140), 'mine', m.author_id = $2) FROM ask_messages m
      WHERE m.help_id = h.id AND m.seq = h.message_seq) AS last,
    h.last_at AS at, other.account_id AS "otherAccountId", $2::uuid AS "readerId"
  FROM ask_helps h JOIN asks a ON a.id = h.ask_id JOIN events e ON e.id = h.event_id
  JOIN registrations author ON author.id = h.author_id
  JOIN registrations other ON other.id = CASE WHEN h.author_id = $2 THEN h.helper_id ELSE h.author_id END
  WHERE h.event_id = $1 AND $2::uuid IN (h.author_id, h.helper_id) AND h.state <> 'taken-back' AND ${reachable('other')}
    AND (h.author_id <> $2 OR h.state = 'accepted' OR (h.state = 'waiting' AND ${STATE} = 'open' AND a.hidden_at IS NULL))
    AND (h.author_id = $2 OR h.state = 'accepted' OR a.hidden_at IS NULL)`;

@Injectable()
export class AskThreadsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Both sides', the latest first. What the author said no to, or did not answer in time, is gone for the author alone. */
  list(
    eventId: string,
    { registrationId, accountId }: Reader,
    now: Date,
    { askId, threadId }: Selection = {},
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ThreadRow[]> {
    return manager.query(
      `${SELECT} AND ($5::uuid IS NULL OR h.ask_id = $5) AND ($6::uuid IS NULL OR h.id = $6)
       ORDER BY h.last_at DESC, h.id LIMIT ${MOST}`,
      [eventId, registrationId, accountId, now, askId ?? null, threadId ?? null],
    );
  }

  async help(manager: EntityManager, askId: string, helperId: string): Promise<HelpRow | null> {
    const rows: HelpRow[] = await manager.query(`${HELP} WHERE h.ask_id = $1 AND h.helper_id = $2 FOR UPDATE OF h`, [
      askId,
      helperId,
    ]);
    return rows[0] ?? null;
  }

  async locked(manager: EntityManager, eventId: string, threadId: string): Promise<HelpRow | null> {
    const rows: HelpRow[] = await manager.query(`${HELP} WHERE h.event_id = $1 AND h.id = $2 FOR UPDATE OF h`, [
      eventId,
      threadId,
    ]);
    return rows[0] ?? null;
  }

  /** The ask that a thread belongs to, without a lock: it is locked before the thread is. */
  async askOf(eventId: string, threadId: string): Promise<string | null> {
    const rows: { askId: string }[] = await this.dataSource.query(
      'SELECT ask_id AS "askId" FROM ask_helps WHERE event_id = $1 AND id = $2',
      [eventId, threadId],
    );
    return rows[0]?.askId ?? null;
  }

  /** The first time, or again after it was taken back; the first time stays the time of the answer (A2). */
  async offer(
    manager: EntityManager,
    help: { eventId: string; askId: string; authorId: string; helperId: string; line: string },
    now: Date,
  ): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO ask_helps (event_id, ask_id, author_id, helper_id, line, offered_at, last_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
       ON CONFLICT (ask_id, helper_id) DO UPDATE SET state = 'waiting', line = excluded.line, last_at = excluded.last_at RETURNING id`,
      [help.eventId, help.askId, help.authorId, help.helperId, help.line, now],
    );
    return rows[0]?.id ?? '';
  }

  async setState(manager: EntityManager, threadId: string, state: HelpRow['state'], now: Date): Promise<void> {
    await manager.query(
      `UPDATE ask_helps SET state = $2, accepted_at = CASE WHEN $2 = 'accepted' THEN $3::timestamptz END,
         last_at = CASE WHEN $2 = 'accepted' THEN $3::timestamptz ELSE last_at END WHERE id = $1`,
      [threadId, state, now],
    );
  }

  async isIntroduced(manager: EntityManager, askId: string, threadId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM ask_helps WHERE ask_id = $1 AND id = $2 AND state = 'accepted'`,
      [askId, threadId],
    );
    return rows.length > 0;
  }

  /** A block since, or having left, makes it as if there had never been anybody. */
  async isReachable(manager: EntityManager, registrationId: string, readerAccountId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM registrations r WHERE r.id = $1 AND r.status = 'confirmed' AND r.consent_take_part AND NOT EXISTS (SELECT FROM blocks b
         WHERE (b.blocker_id, b.blocked_id) IN ((r.account_id, $2), ($2, r.account_id)))`,
      [registrationId, readerAccountId],
    );
    return rows.length > 0;
  }

  /** Of the author and all who said they can help, without those between whom and the author there is a block. */
  async accountsOf(askId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT author.account_id AS id FROM asks a JOIN registrations author ON author.id = a.author_id WHERE a.id = $1
       UNION SELECT r.account_id FROM ask_helps h JOIN registrations r ON r.id = h.helper_id
       JOIN registrations author ON author.id = h.author_id
       WHERE h.ask_id = $1 AND h.state <> 'taken-back' AND NOT EXISTS (SELECT FROM blocks b
         WHERE (b.blocker_id, b.blocked_id) IN ((r.account_id, author.account_id), (author.account_id, r.account_id)))`,
      [askId],
    );
    return rows.map(({ id }) => id);
  }
}

const HELP = `SELECT h.id, h.ask_id AS "askId", h.state, h.author_id AS "authorId", h.helper_id AS "helperId",
    author.account_id AS "authorAccountId", helper.account_id AS "helperAccountId"
  FROM ask_helps h JOIN registrations author ON author.id = h.author_id JOIN registrations helper ON helper.id = h.helper_id`;
