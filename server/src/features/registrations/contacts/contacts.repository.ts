import { Injectable } from '@nestjs/common';
import type { Contact, ContactKind } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class ContactsRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(accountId: string): Promise<Contact[]> {
    return this.dataSource.query(
      'SELECT kind, value, visibility FROM contacts WHERE account_id = $1 ORDER BY position, id',
      [accountId],
    );
  }

  /**
   * Adds what the account does not have yet; what its owner set stays as it is. The very first contact, the one typed while
   * joining or known to the organizer, gets position 0: only it lets its owner come back by mail.
   */
  async add(
    manager: EntityManager,
    accountId: string,
    contacts: readonly { kind: ContactKind; value: string }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO contacts (account_id, kind, value, position)
       SELECT $1, kind, value, at - 1 + (SELECT count(*) FROM contacts WHERE account_id = $1)
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS new (kind, value, at)
       ON CONFLICT (account_id, kind, value) DO NOTHING`,
      [accountId, contacts.map(({ kind }) => kind), contacts.map(({ value }) => value)],
    );
  }

  /** `add`, one contact for each of many. */
  async addToMany(
    manager: EntityManager,
    people: readonly { accountId: string; contact: { kind: ContactKind; value: string } }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO contacts (account_id, kind, value, position)
       SELECT account_id, kind, value, (SELECT count(*) FROM contacts had WHERE had.account_id = new.account_id)
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS new (account_id, kind, value)
       ON CONFLICT (account_id, kind, value) DO NOTHING`,
      [
        people.map(({ accountId }) => accountId),
        people.map(({ contact }) => contact.kind),
        people.map(({ contact }) => contact.value),
      ],
    );
  }

  async replace(manager: EntityManager, accountId: string, contacts: readonly Contact[]): Promise<void> {
    // Two phones of one person saving at once would otherwise delete the same rows and insert them twice.
    await manager.query('SELECT id FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
    const first: { kind: string; value: string }[] = await manager.query(
      'SELECT kind, value FROM contacts WHERE account_id = $1 AND position = 0',
      [accountId],
    );
    await manager.query('DELETE FROM contacts WHERE account_id = $1', [accountId]);
    await manager.query(
      `INSERT INTO contacts (account_id, kind, value, visibility, position)
       SELECT $1, kind, value, visibility, CASE WHEN kind = $5 AND value = $6 THEN 0 ELSE at END FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS new (kind, value, visibility, at)
       ON CONFLICT (account_id, kind, value) DO NOTHING`,
      [
        accountId,
        contacts.map(({ kind }) => kind),
        contacts.map(({ value }) => value),
        contacts.map(({ visibility }) => visibility),
        first[0]?.kind ?? null,
        first[0]?.value ?? null,
      ],
    );
  }
}
