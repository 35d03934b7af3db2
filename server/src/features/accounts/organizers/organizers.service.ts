import { Injectable } from '@nestjs/common';
import type { Organizer, OrganizerInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { DomainError } from '../../../common/domain-error.js';
import { Config } from '../../../config/config.js';
import { inTransaction } from '../../../database/transaction.js';
import { MailService } from '../../../mail/mail.service.js';
import { AccountsRepository } from '../accounts.repository.js';
import { AccountsService } from '../accounts.service.js';
import { organizerMail } from './organizer-mail.js';

/** Who may create events on this installation. The first organizer alone decides. */
@Injectable()
export class OrganizersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly accountsService: AccountsService,
    private readonly mails: MailService,
    private readonly config: Config,
  ) {}

  async list(actor: Actor): Promise<Organizer[]> {
    requireFirst(actor);
    return this.accounts.organizers();
  }

  /** Idempotent: who may already create events is neither changed nor mailed again. */
  async add(actor: Actor, { email, name }: OrganizerInput): Promise<Organizer> {
    requireFirst(actor);
    return inTransaction(this.dataSource, async (manager) => {
      const account = await this.accountsService.findOrCreateByEmail(manager, { email, name, locale: actor.locale });
      if (account.siteRole === 'none') {
        await this.accounts.setSiteRole(manager, account.id, 'organizer');
        await this.mails.enqueue(manager, organizerMail(email, account.name, this.config.publicUrl));
      }
      return {
        id: account.id,
        name: account.name,
        email,
        siteRole: account.siteRole === 'none' ? 'organizer' : account.siteRole,
      };
    });
  }

  /** Events they created stay theirs. @throws DomainError `not_found` for nobody, and for the first organizer */
  async remove(actor: Actor, accountId: string): Promise<void> {
    requireFirst(actor);
    if (!(await this.accounts.endOrganizer(accountId))) throw new DomainError('not_found');
  }
}

function requireFirst(actor: Actor): void {
  if (actor.siteRole !== 'first') throw new DomainError('not_allowed');
}
