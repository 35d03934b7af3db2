import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LEFT_NAME, type PersonalTable } from '../../common/personal-data/personal-data.js';

interface LockedAccount {
  name: string;
  email: string | null;
}

@Injectable()
export class MyDataRepository {
  constructor(private readonly dataSource: DataSource) {}

  async sessionOpenedAt(sessionId: string): Promise<Date | null> {
    const rows: { at: Date }[] = await this.dataSource.query('SELECT created_at AS at FROM sessions WHERE id = $1', [
      sessionId,
    ]);
    return rows[0]?.at ?? null;
  }

  /**
   * Whatever would point to the account, or to one of its registrations, waits until the transaction ends, and then finds none. In
   * the order in which their other requests lock the same: registration, event, account.
   */
  async lock(manager: EntityManager, accountId: string): Promise<LockedAccount | null> {
    await manager.query('SELECT FROM registrations WHERE account_id = $1 ORDER BY id FOR UPDATE', [accountId]);
    await manager.query(
      `SELECT FROM events WHERE id IN (SELECT event_id FROM registrations WHERE account_id = $1
         UNION SELECT event_id FROM event_roles WHERE account_id = $1) ORDER BY id FOR NO KEY UPDATE`,
      [accountId],
    );
    const rows: LockedAccount[] = await manager.query('SELECT name, email FROM accounts WHERE id = $1 FOR UPDATE', [
      accountId,
    ]);
    return rows[0] ?? null;
  }

  /** A new id: what was written down under the old one leads nowhere. */
  async insertGhost(manager: EntityManager, accountId: string, at: Date): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO accounts (name, is_demo, left_at, created_at) SELECT $2, is_demo, $3, $3 FROM accounts WHERE id = $1 RETURNING id`,
      [accountId, LEFT_NAME, at],
    );
    return (rows[0] as { id: string }).id;
  }

  /** What stays names the ghost from now on. Tables and columns come from the nouns' own declarations. */
  async giveToGhost(
    manager: EntityManager,
    tables: Readonly<Record<string, PersonalTable>>,
    accountId: string,
    ghostId: string,
  ): Promise<void> {
    for (const [table, { afterwards }] of Object.entries(tables)) {
      if (afterwards === 'deleted') continue;
      for (const column of afterwards.ghost ?? [])
        await manager.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [accountId, ghostId]);
    }
  }

  /** Nobody writes under them any more, from the commit on. */
  async closeRegistrations(manager: EntityManager, ghostId: string, at: Date): Promise<void> {
    await manager.query('UPDATE registrations SET left_at = $2 WHERE account_id = $1', [ghostId, at]);
  }

  /** With everything that hangs on it. */
  async delete(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query('DELETE FROM accounts WHERE id = $1', [accountId]);
  }
}
