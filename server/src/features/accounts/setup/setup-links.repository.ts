import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class SetupLinksRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(tokenHash: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM setup_links WHERE expires_at < $1', [now]);
    await this.dataSource.query('INSERT INTO setup_links (token_hash, created_at, expires_at) VALUES ($1, $2, $3)', [
      tokenHash,
      now,
      expiresAt,
    ]);
  }

  /** Of two requests with the same link one gets true. The lock keeps two different links from making two first organizers. */
  async use(manager: EntityManager, tokenHash: Buffer, now: Date): Promise<boolean> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('setup', 0))`);
    const [, changed]: [unknown, number] = await manager.query(
      'UPDATE setup_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
      [tokenHash, now],
    );
    return changed > 0;
  }

  /** Links that earlier starts printed are worth nothing once one has been used. */
  async useAll(manager: EntityManager, now: Date): Promise<void> {
    await manager.query('UPDATE setup_links SET used_at = $1 WHERE used_at IS NULL', [now]);
  }
}
