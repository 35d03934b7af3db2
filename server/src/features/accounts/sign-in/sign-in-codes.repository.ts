import { Injectable } from '@nestjs/common';
import type { Locale } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { CODE_TRIES } from './sign-in.policy.js';

export interface NewCode {
  id: string;
  email: string;
  codeHash: Buffer;
  locale: Locale;
  now: Date;
  expiresAt: Date;
}

@Injectable()
export class SignInCodesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Requests for one address come one after the other until commit, so that they cannot overtake the count. */
  async lockAddress(manager: EntityManager, email: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('sign-in-code:' || $1, 0))`, [email]);
  }

  /** When the codes of this address since `from` were asked for, oldest first. */
  async askedSince(manager: EntityManager, email: string, from: Date): Promise<Date[]> {
    const rows: { at: Date }[] = await manager.query(
      'SELECT created_at AS at FROM sign_in_codes WHERE email = $1 AND created_at > $2 ORDER BY created_at',
      [email, from],
    );
    return rows.map(({ at }) => at);
  }

  async replace(manager: EntityManager, code: NewCode): Promise<void> {
    await manager.query(
      'UPDATE sign_in_codes SET expires_at = $2 WHERE email = $1 AND used_at IS NULL AND expires_at > $2',
      [code.email, code.now],
    );
    await manager.query(
      `INSERT INTO sign_in_codes (id, email, code_hash, locale, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [code.id, code.email, code.codeHash, code.locale, code.now, code.expiresAt],
    );
  }

  /**
   * Spends one try and returns what to compare with, or null when there is no living code or no try left. One statement:
   * of fifty guesses that arrive together five get an answer.
   */
  async spendTry(requestId: string, now: Date): Promise<{ codeHash: Buffer; tries: number } | null> {
    const [rows]: [{ codeHash: Buffer; tries: number }[], number] = await this.dataSource.query(
      `UPDATE sign_in_codes SET tries = tries + 1
       WHERE id = $1 AND used_at IS NULL AND expires_at > $2 AND tries < ${CODE_TRIES}
       RETURNING code_hash AS "codeHash", tries`,
      [requestId, now],
    );
    return rows[0] ?? null;
  }

  /** A right code opens one session. @returns null when a parallel request was first. */
  async use(manager: EntityManager, requestId: string, now: Date): Promise<{ email: string; locale: Locale } | null> {
    const [rows]: [{ email: string; locale: Locale }[], number] = await manager.query(
      'UPDATE sign_in_codes SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING email, locale',
      [requestId, now],
    );
    return rows[0] ?? null;
  }

  async deleteOlderThan(manager: EntityManager, limit: Date): Promise<void> {
    await manager.query('DELETE FROM sign_in_codes WHERE created_at < $1', [limit]);
  }
}
