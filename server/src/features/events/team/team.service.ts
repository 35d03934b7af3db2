import { Injectable } from '@nestjs/common';
import type { EventRole, TeamInput, TeamMember } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Config } from '../../../config/config.js';
import { inTransaction } from '../../../database/transaction.js';
import { MailService } from '../../../mail/mail.service.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { EventAccess } from '../event-access.service.js';
import { MAY_EDIT, MAY_RUN, mayChangeMember, mayGrant } from '../events.policy.js';
import { EventsRepository } from '../events.repository.js';
import { TeamRepository } from './team.repository.js';
import { teamMail } from './team-mail.js';

/** Who helps to run an event (E6). */
@Injectable()
export class TeamService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly team: TeamRepository,
    private readonly events: EventsRepository,
    private readonly access: EventAccess,
    private readonly accounts: AccountsService,
    private readonly mails: MailService,
    private readonly config: Config,
    private readonly domainEvents: DomainEvents,
  ) {}

  async list(actor: Actor, eventId: string): Promise<TeamMember[]> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    return this.team.list(eventId);
  }

  /**
   * Adds somebody by mail address, or gives a member another role. They are mailed when the role is new to them.
   * @throws DomainError `role_beyond_own`, `last_owner`, `not_allowed` in a demo
   */
  async put(actor: Actor, eventId: string, { email, name, role }: TeamInput): Promise<TeamMember> {
    const own = await this.access.require(actor, eventId, ...MAY_EDIT);
    if (!mayGrant(own, role)) throw new DomainError('role_beyond_own', { field: 'role' });
    const event = await this.events.find(eventId);
    if (event === null) throw new DomainError('not_found');
    // Anybody may run a demo: they must neither mail strangers in our name nor learn who has an account here.
    if (event.isDemo) throw new DomainError('not_allowed');
    const account = await inTransaction(this.dataSource, async (manager) => {
      const member = await this.accounts.findOrCreateByEmail(manager, { email, name, locale: actor.locale });
      await this.team.lock(manager, eventId);
      if ((await this.changeable(manager, own, eventId, member.id, role)) === role) return member;
      await this.team.set(manager, eventId, member.id, role);
      const { publicUrl } = this.config;
      await this.mails.enqueue(
        manager,
        teamMail({ to: email, name: member.name, role, eventTitle: event.title, publicUrl }),
      );
      return member;
    });
    this.domainEvents.emit('team:changed', { eventId, accountId: account.id });
    return { accountId: account.id, name: account.name, email, role };
  }

  /** @throws DomainError `not_found`, `role_beyond_own`, `last_owner` */
  async remove(actor: Actor, eventId: string, accountId: string): Promise<void> {
    const own = await this.access.require(actor, eventId, ...MAY_EDIT);
    await inTransaction(this.dataSource, async (manager) => {
      await this.team.lock(manager, eventId);
      if ((await this.changeable(manager, own, eventId, accountId, null)) === null) throw new DomainError('not_found');
      await this.team.remove(manager, eventId, accountId);
    });
    this.domainEvents.emit('team:changed', { eventId, accountId });
  }

  /** The member's role now, once it is clear that it may become `next`. */
  private async changeable(
    manager: EntityManager,
    own: EventRole,
    eventId: string,
    accountId: string,
    next: EventRole | null,
  ): Promise<EventRole | null> {
    const current = await this.team.roleOf(manager, eventId, accountId);
    if (current !== null && !mayChangeMember(own, current)) throw new DomainError('role_beyond_own');
    const leavesOwners = current === 'owner' && next !== 'owner';
    if (leavesOwners && (await this.team.owners(manager, eventId)) === 1) throw new DomainError('last_owner');
    return current;
  }
}
