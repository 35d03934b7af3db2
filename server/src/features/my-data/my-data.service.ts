import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DeletionInput, MyDataOverview } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { PersonalDataParts } from '../../common/personal-data/personal-data.js';
import { fold } from '../../common/text-fold.js';
import { inTransaction } from '../../database/transaction.js';
import { MailService } from '../../mail/mail.service.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { SessionsService } from '../accounts/sessions/sessions.service.js';
import { SignInService } from '../accounts/sign-in/sign-in.service.js';
import { EventHandover } from '../events/team/event-handover.service.js';
import { MyDataRepository } from './my-data.repository.js';
import { MyDataArchive } from './my-data-archive.js';

/** Who has just signed in has just proven who they are. */
const FRESH_MS = 10 * 60_000;

/** Taking everything along, and going (P2): each of the actor's own account, and of nobody else's. */
@Injectable()
export class MyDataService {
  constructor(
    private readonly repository: MyDataRepository,
    private readonly archive: MyDataArchive,
    private readonly parts: PersonalDataParts,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly handover: EventHandover,
    private readonly mails: MailService,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async overview(actor: Actor): Promise<MyDataOverview> {
    const account = await this.accounts.find(actor.accountId);
    if (account === null) throw new DomainError('session_ended');
    return {
      name: account.name,
      codeTo: await this.codeTo(actor, account.email),
      handOver: await this.handover.onlyRunBy(this.dataSource.manager, actor.accountId, this.clock.now()),
    };
  }

  async export(actor: Actor): Promise<{ stream: Readable; name: string }> {
    const now = this.clock.now();
    return {
      stream: await this.archive.open(actor, now),
      name: `teabreak-my-data-${now.toISOString().slice(0, 10)}.zip`,
    };
  }

  /**
   * In one transaction, so that nobody is half gone. Afterwards the actor is signed out everywhere and off every board.
   * @throws DomainError `name_differs`, `code_needed`, as `SignInService.confirm`, and `hand_over_first`
   */
  async delete(actor: Actor, { name, code }: z.output<typeof DeletionInput>): Promise<void> {
    const account = await this.accounts.find(actor.accountId);
    if (account === null) throw new DomainError('session_ended');
    if (fold(name) !== fold(account.name)) throw new DomainError('name_differs', { field: 'name' });
    const codeTo = await this.codeTo(actor, account.email);
    if (codeTo !== null) {
      if (code === null) throw new DomainError('code_needed', { field: 'code' });
      await this.signIn.confirm(codeTo, code);
    }
    const { announcements, ended } = await this.forget(actor.accountId);
    this.sessions.announceEnd(actor.accountId, ended);
    for (const announce of announcements) announce();
  }

  private async forget(accountId: string): Promise<{ announcements: (() => void)[]; ended: string[] }> {
    const at = this.clock.now();
    return inTransaction(this.dataSource, async (manager) => {
      const account = await this.repository.lock(manager, accountId);
      if (account === null) throw new DomainError('session_ended');
      const ended = await this.sessions.revokeAll(manager, accountId);
      const ghostId = await this.repository.insertGhost(manager, accountId, at);
      const announcements: (() => void)[] = [];
      for (const part of this.parts.all())
        announcements.push(await part.forget(manager, { accountId, ghostId, at, ...account }));
      for (const { tables } of this.parts.all()) await this.repository.giveToGhost(manager, tables, accountId, ghostId);
      await this.repository.closeRegistrations(manager, ghostId, at);
      await this.repository.delete(manager, accountId);
      return { announcements, ended };
    });
  }

  /** Without mail no code arrives, and without an address there is nothing to prove: then being signed in has to do. */
  private async codeTo({ sessionId }: Actor, email: string | null): Promise<string | null> {
    if (email === null || !this.mails.delivers) return null;
    const openedAt = await this.repository.sessionOpenedAt(sessionId);
    const fresh = openedAt !== null && this.clock.now().getTime() - openedAt.getTime() < FRESH_MS;
    return fresh ? null : email;
  }
}
