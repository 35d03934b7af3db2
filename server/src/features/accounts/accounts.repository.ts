import { Injectable } from '@nestjs/common';
import type { Locale, Me, Organizer, SiteRole } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export interface Account {
  id: string;
  name: string;
  email: string | null;
  locale: Locale;
  siteRole: SiteRole;
}
export type NewAccount = Pick<Account, 'name' | 'email' | 'locale'>;

const ACCOUNT = 'id, name, email, locale, site_role AS "siteRole"';

@Injectable()
export class AccountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(accountId: string, manager: EntityManager = this.dataSource.manager): Promise<Account | null> {
    const rows: Account[] = await manager.query(`SELECT ${ACCOUNT} FROM accounts WHERE id = $1`, [accountId]);
    return rows[0] ?? null;
  }

  async names(accountIds: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.dataSource.query('SELECT id, name FROM accounts WHERE id = ANY($1)', [accountIds]);
  }

  async findByEmail(manager: EntityManager, email: string): Promise<Account | null> {
    const rows: Account[] = await manager.query(`SELECT ${ACCOUNT} FROM accounts WHERE email = $1`, [email]);
    return rows[0] ?? null;
  }

  async findFirst(manager: EntityManager): Promise<Account | null> {
    const rows: Account[] = await manager.query(`SELECT ${ACCOUNT} FROM accounts WHERE site_role = 'first'`);
    return rows[0] ?? null;
  }

  async insert(manager: EntityManager, account: NewAccount): Promise<Account> {
    const rows: Account[] = await manager.query(
      `INSERT INTO accounts (name, email, locale) VALUES ($1, $2, $3) RETURNING ${ACCOUNT}`,
      [account.name, account.email, account.locale],
    );
    return rows[0] as Account;
  }

  async insertMany(
    manager: EntityManager,
    accounts: readonly (Omit<NewAccount, 'email'> & { accountId: string })[],
  ): Promise<void> {
    if (accounts.length === 0) return;
    await manager.query(
      'INSERT INTO accounts (id, name, locale) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])',
      [
        accounts.map(({ accountId }) => accountId),
        accounts.map(({ name }) => name),
        accounts.map(({ locale }) => locale),
      ],
    );
  }

  /** Everybody who wants to be, or to create, the account of this address comes one after the other until commit. */
  async lockEmail(manager: EntityManager, email: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('account:' || $1, 0))`, [email]);
  }

  async setSiteRole(manager: EntityManager, accountId: string, siteRole: SiteRole): Promise<void> {
    await manager.query('UPDATE accounts SET site_role = $2 WHERE id = $1', [accountId, siteRole]);
  }

  async setEmailProven(manager: EntityManager, accountId: string, email: string, now: Date): Promise<void> {
    await manager.query(
      'UPDATE accounts SET email = $2, email_verified_at = coalesce(email_verified_at, $3) WHERE id = $1',
      [accountId, email, now],
    );
  }

  /**
   * The newest account without an address of its own that joined an event with this one. Only the first contact counts, the
   * one typed while joining: an address that somebody added as a further contact may be a colleague's.
   */
  async findJoinedWith(manager: EntityManager, email: string): Promise<Account | null> {
    const rows: Account[] = await manager.query(
      `SELECT ${ACCOUNT} FROM accounts
       WHERE email IS NULL AND site_role = 'none' AND id IN
         (SELECT account_id FROM contacts WHERE kind = 'email' AND position = 0 AND lower(value) = $1)
       ORDER BY created_at DESC, id LIMIT 1`,
      [email],
    );
    return rows[0] ?? null;
  }

  /** What an organizer's guest list calls the person with this address. */
  async nameOnGuestList(manager: EntityManager, email: string): Promise<string | null> {
    const rows: { name: string }[] = await manager.query(
      `SELECT name FROM registrations WHERE email = $1 AND account_id IS NULL ORDER BY created_at DESC LIMIT 1`,
      [email],
    );
    return rows[0]?.name ?? null;
  }

  async update(accountId: string, changes: { name?: string | undefined; locale?: Locale | undefined }): Promise<void> {
    await this.dataSource.query(
      'UPDATE accounts SET name = coalesce($2, name), locale = coalesce($3, locale) WHERE id = $1',
      [accountId, changes.name ?? null, changes.locale ?? null],
    );
  }

  async registrationsOf(accountId: string): Promise<Me['registrations']> {
    return this.dataSource.query(
      `SELECT event.id AS "eventId", event.slug, event.title, registration.id AS "registrationId", registration.status
       FROM registrations registration JOIN events event ON event.id = registration.event_id
       WHERE registration.account_id = $1 ORDER BY event.starts_at DESC, event.id`,
      [accountId],
    );
  }

  async runBy(accountId: string): Promise<Me['runs']> {
    return this.dataSource.query(
      `SELECT event.id AS "eventId", event.slug, event.title, helper.role
       FROM event_roles helper JOIN events event ON event.id = helper.event_id
       WHERE helper.account_id = $1 ORDER BY event.starts_at DESC, event.id`,
      [accountId],
    );
  }

  async organizers(): Promise<Organizer[]> {
    return this.dataSource.query(
      `SELECT id, name, coalesce(email, '') AS email, site_role AS "siteRole" FROM accounts
       WHERE site_role <> 'none' ORDER BY site_role, created_at, id`,
    );
  }

  /** @returns false when the account was not an organizer; the first one never loses that. */
  async endOrganizer(accountId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE accounts SET site_role = 'none' WHERE id = $1 AND site_role = 'organizer'`,
      [accountId],
    );
    return changed > 0;
  }
}
