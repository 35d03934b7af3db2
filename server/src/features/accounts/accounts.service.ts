import { Injectable } from '@nestjs/common';
import type { Me, MeAnswer, MeUpdate } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { type Account, AccountsRepository, type NewAccount } from './accounts.repository.js';

@Injectable()
export class AccountsService {
  constructor(private readonly accounts: AccountsRepository) {}

  find(accountId: string): Promise<Account | null> {
    return this.accounts.find(accountId);
  }

  async findName(accountId: string): Promise<string | null> {
    return (await this.accounts.find(accountId))?.name ?? null;
  }

  /** Names by account id; ids of nobody are left out. */
  async findNames(accountIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.accounts.names(accountIds)).map(({ id, name }) => [id, name]));
  }

  /** An account of somebody who joins on a phone: no address, no rights. */
  create(manager: EntityManager, account: Omit<NewAccount, 'email'>): Promise<Account> {
    return this.accounts.insert(manager, { ...account, email: null });
  }

  /** Like `create`, for many at once; the caller has chosen their ids. */
  createMany(
    manager: EntityManager,
    accounts: readonly (Omit<NewAccount, 'email'> & { accountId: string })[],
  ): Promise<void> {
    return this.accounts.insertMany(manager, accounts);
  }

  /**
   * The account of an address that somebody with rights vouches for (team, organizers). A new one has no session:
   * whoever reads that mailbox gets in with a code.
   */
  async findOrCreateByEmail(manager: EntityManager, account: NewAccount & { email: string }): Promise<Account> {
    await this.accounts.lockEmail(manager, account.email);
    return (await this.accounts.findByEmail(manager, account.email)) ?? (await this.accounts.insert(manager, account));
  }

  async me(actor: Actor | null): Promise<MeAnswer> {
    return actor === null ? { signedIn: false } : ((await this.describe(actor.accountId)) ?? { signedIn: false });
  }

  async update(actor: Actor, changes: MeUpdate): Promise<MeAnswer> {
    await this.accounts.update(actor.accountId, changes);
    return this.me(actor);
  }

  async describe(accountId: string): Promise<Me | null> {
    const [account, registrations, runs] = await Promise.all([
      this.accounts.find(accountId),
      this.accounts.registrationsOf(accountId),
      this.accounts.runBy(accountId),
    ]);
    return account && { signedIn: true, ...account, registrations, runs };
  }
}
