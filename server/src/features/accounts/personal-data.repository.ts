import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

@Injectable()
export class AccountsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    accounts: { exported: 'account', afterwards: 'deleted' },
    sessions: { exported: 'sessions', afterwards: 'deleted' },
    sign_in_codes: { exported: { not: 'secret for ten minutes, gone after a day' }, afterwards: 'deleted' },
    setup_links: {
      exported: { not: 'of the installation, nobody’s' },
      afterwards: { kept: 'names nobody' },
    },
    instance_secrets: {
      exported: { not: 'of the installation, nobody’s' },
      afterwards: { kept: 'names nobody' },
    },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    const account = inPages(
      this.dataSource,
      `SELECT name, email, email_verified_at AS "emailProvenAt", locale AS language, site_role AS "siteRole",
         created_at AS "createdAt", id::text AS key FROM accounts WHERE id = $1`,
      [accountId],
    );
    const sessions = inPages(
      this.dataSource,
      `SELECT s.device, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
         s.revoked_at AS "endedAt", ${keyOf('s.created_at', 's.id')} FROM sessions s WHERE s.account_id = $1`,
      [accountId],
    );
    return [
      { name: 'account', rows: account, one: true },
      { name: 'sessions', rows: sessions },
    ];
  }

  /** Of several who may create events the one who has for longest looks after the installation from now on. */
  override async forget(manager: EntityManager, { accountId, email }: Leaver): Promise<() => void> {
    await manager.query('DELETE FROM sign_in_codes WHERE email = $1', [email]);
    const [, wasFirst]: [unknown, number] = await manager.query(
      `UPDATE accounts SET site_role = 'none' WHERE id = $1 AND site_role = 'first'`,
      [accountId],
    );
    if (wasFirst > 0)
      await manager.query(
        `UPDATE accounts SET site_role = 'first' WHERE id =
           (SELECT id FROM accounts WHERE site_role = 'organizer' AND id <> $1 ORDER BY created_at, id LIMIT 1)`,
        [accountId],
      );
    return () => undefined;
  }
}
