import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface MessageRow {
  seq: number;
  clientId: string;
  text: string;
  writtenAt: Date;
  mine: boolean;
}
export interface NewMessage {
  threadId: string;
  authorId: string;
  clientId: string;
  text: string;
}

const COLUMNS = 'seq, client_id AS "clientId", text, written_at AS "writtenAt"';

@Injectable()
export class AskMessagesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Once per author and clientId. The thread's row is locked until the commit, so numbers are without gaps and in the order of commits.
   * Who writes has read what was there.
   */
  async post(
    manager: EntityManager,
    { threadId, authorId, clientId, text }: NewMessage,
    now: Date,
  ): Promise<{ row: MessageRow; isNew: boolean }> {
    const known: MessageRow[] = await manager.query(
      `SELECT ${COLUMNS}, true AS mine FROM ask_messages WHERE help_id = $1 AND author_id = $2 AND client_id = $3`,
      [threadId, authorId, clientId],
    );
    if (known[0]) return { row: known[0], isNew: false };
    const [counted]: [{ seq: number }[], number] = await manager.query(
      `UPDATE ask_helps SET message_seq = message_seq + 1, last_at = $3,
         author_read = CASE WHEN author_id = $2 THEN message_seq + 1 ELSE author_read END,
         helper_read = CASE WHEN helper_id = $2 THEN message_seq + 1 ELSE helper_read END
       WHERE id = $1 RETURNING message_seq AS seq`,
      [threadId, authorId, now],
    );
    const rows: MessageRow[] = await manager.query(
      `INSERT INTO ask_messages (help_id, seq, author_id, client_id, text, written_at) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING ${COLUMNS}, true AS mine`,
      [threadId, counted[0]?.seq, authorId, clientId, text, now],
    );
    return { row: rows[0] as MessageRow, isNew: true };
  }

  /** The newest `limit` before `before`, or the oldest after `after`; always ascending. */
  async page(
    threadId: string,
    readerId: string,
    { before, after, limit }: { before?: number; after?: number; limit: number },
  ): Promise<MessageRow[]> {
    const rows: MessageRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS}, author_id = $2 AS mine FROM ask_messages
       WHERE help_id = $1 AND seq > $3::bigint AND seq < $4::bigint ORDER BY seq ${after === undefined ? 'DESC' : 'ASC'} LIMIT $5`,
      [threadId, readerId, after ?? 0, before ?? 2 ** 31, limit],
    );
    return after === undefined ? rows.reverse() : rows;
  }

  /** Never backwards, and never beyond what is there. True when it said something new. */
  async read(threadId: string, readerId: string, seq: number): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE ask_helps SET
         author_read = CASE WHEN author_id = $2 THEN greatest(author_read, least($3::bigint, message_seq)) ELSE author_read END,
         helper_read = CASE WHEN helper_id = $2 THEN greatest(helper_read, least($3::bigint, message_seq)) ELSE helper_read END
       WHERE id = $1 AND least($3::bigint, message_seq) > CASE WHEN author_id = $2 THEN author_read ELSE helper_read END`,
      [threadId, readerId, seq],
    );
    return count > 0;
  }
}
