import { Injectable } from '@nestjs/common';
import type { MailView } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}
export type LeasedMail = Mail & { id: string; attempts: number };

/** How many mails the list shows at most. */
const LISTED = 200;

@Injectable()
export class MailRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, mail: Mail, state: 'kept' | 'waiting', now: Date): Promise<void> {
    await manager.query(
      'INSERT INTO mails (recipient, subject, body, state, next_attempt_at, created_at) VALUES ($1, $2, $3, $4, $5, $5)',
      [mail.to, mail.subject, mail.text, state, now],
    );
  }

  async newest(): Promise<MailView[]> {
    const rows: (Omit<MailView, 'createdAt'> & { createdAt: Date })[] = await this.dataSource.query(
      `SELECT id, recipient AS "to", subject, body AS text, created_at AS "createdAt", state, last_error AS error
       FROM mails ORDER BY created_at DESC, id LIMIT ${LISTED}`,
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  /**
   * Takes up to `count` due mails until `leaseEnd`: another process skips them, and gets them back when this one dies.
   * The attempt is counted before it is made, so that a mail that kills the process is not tried for ever.
   */
  async lease(count: number, now: Date, leaseEnd: Date): Promise<LeasedMail[]> {
    const [rows]: [LeasedMail[], number] = await this.dataSource.query(
      `UPDATE mails SET attempts = attempts + 1, next_attempt_at = $3
       WHERE id IN (SELECT id FROM mails WHERE state = 'waiting' AND next_attempt_at <= $2
                    ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, recipient AS "to", subject, body AS text, attempts`,
      [count, now, leaseEnd],
    );
    return rows;
  }

  /** The text goes: it may hold a one-time code, and nobody needs it any more. */
  async markSent(id: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE mails SET state = 'sent', sent_at = $2, body = '', last_error = NULL WHERE id = $1`,
      [id, now],
    );
  }

  async markRefused(id: string, error: string, nextAttempt: Date | null): Promise<void> {
    await this.dataSource.query(
      `UPDATE mails SET last_error = $2, state = CASE WHEN $3::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END,
         next_attempt_at = coalesce($3::timestamptz, next_attempt_at) WHERE id = $1`,
      [id, error, nextAttempt],
    );
  }

  async deleteOlderThan(limit: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM mails WHERE created_at < $1', [limit]);
  }
}
