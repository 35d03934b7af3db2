import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../../../database/transaction.js';

export interface MessageRow {
  id: string;
  seq: number;
  author_account_id: string | null;
  author_name: string;
  person_id: string | null;
  text: string;
  removed: boolean;
  created_at: Date;
}

const COLUMNS = `id, seq::integer AS seq, author_account_id, author_name, text, removed_at IS NOT NULL AS removed, created_at, (
    SELECT r.id FROM registrations r WHERE r.event_id = room_messages.event_id AND r.account_id = author_account_id) AS person_id`;
/** I6: what somebody wrote whom the reader has blocked is not there for them. The room is everybody's: nobody else's view changes. */
const READABLE = 'NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = $2 AND b.blocked_id = author_account_id)';

export interface NewMessage {
  eventId: string;
  accountId: string;
  authorName: string;
  clientId: string;
  text: string;
}

@Injectable()
export class RoomRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes a message once per (author, clientId) and gives it the room's next number. The counter row is locked until the
   * commit, so numbers are without gaps and in the order of commits: a reader that saw N has missed nothing below N.
   */
  async post(message: NewMessage): Promise<{ row: MessageRow; isNew: boolean }> {
    return inTransaction(this.dataSource, async (manager) => {
      await manager.query('SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE', [message.eventId]);
      const known = await manager.query<MessageRow[]>(
        `SELECT ${COLUMNS} FROM room_messages WHERE event_id = $1 AND author_account_id = $2 AND client_id = $3`,
        [message.eventId, message.accountId, message.clientId],
      );
      if (known[0]) return { row: known[0], isNew: false };
      const [counter] = await updateReturning<{ seq: string }>(
        manager,
        'UPDATE events SET room_seq = room_seq + 1 WHERE id = $1 RETURNING room_seq AS seq',
        [message.eventId],
      );
      const rows = await manager.query<MessageRow[]>(
        `INSERT INTO room_messages (event_id, seq, author_account_id, author_name, client_id, text)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
        [message.eventId, counter?.seq, message.accountId, message.authorName, message.clientId, message.text],
      );
      return { row: rows[0] as MessageRow, isNew: true };
    });
  }

  /** Newest `limit` before `before`, or the oldest after `after`; always in ascending order. */
  async page(
    eventId: string,
    readerId: string,
    { before, after, limit }: { before?: number; after?: number; limit: number },
  ) {
    const rows =
      after === undefined
        ? await this.dataSource.query<MessageRow[]>(
            `SELECT ${COLUMNS} FROM room_messages
             WHERE event_id = $1 AND ($3::bigint IS NULL OR seq < $3) AND ${READABLE} ORDER BY seq DESC LIMIT $4`,
            [eventId, readerId, before ?? null, limit],
          )
        : await this.dataSource.query<MessageRow[]>(
            `SELECT ${COLUMNS} FROM room_messages WHERE event_id = $1 AND seq > $3 AND ${READABLE} ORDER BY seq LIMIT $4`,
            [eventId, readerId, after, limit],
          );
    return after === undefined ? rows.reverse() : rows;
  }

  /** Empties the text for good; the number stays, so that nobody's count breaks. Answers false when there is no such message. */
  async remove(eventId: string, messageId: string, at: Date): Promise<number | null> {
    const [row] = await updateReturning<{ seq: number }>(
      this.dataSource.manager,
      `UPDATE room_messages SET removed_at = $3, text = '–' WHERE event_id = $1 AND id = $2 RETURNING seq::integer AS seq`,
      [eventId, messageId, at],
    );
    return row?.seq ?? null;
  }

  async authorOf(eventId: string, messageId: string): Promise<string | null | undefined> {
    const rows = await this.dataSource.query<{ author_account_id: string | null }[]>(
      'SELECT author_account_id FROM room_messages WHERE event_id = $1 AND id = $2',
      [eventId, messageId],
    );
    return rows[0]?.author_account_id;
  }
}

/** TypeORM answers an UPDATE … RETURNING with `[rows, count]`. */
async function updateReturning<T>(manager: EntityManager, sql: string, parameters: unknown[]): Promise<T[]> {
  const [rows] = await manager.query<[T[], number]>(sql, parameters);
  return rows;
}
