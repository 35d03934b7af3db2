import { Injectable } from '@nestjs/common';
import type { InviteAnswer } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { inTransaction } from '../../../database/transaction.js';
import { MailService } from '../../../mail/mail.service.js';
import { EventAccess } from '../../events/event-access.service.js';
import { EventsService } from '../../events/events.service.js';
import { MAY_MANAGE_GUESTS } from '../registrations.policy.js';
import { ClaimsRepository } from './claims.repository.js';
import { invitationMail } from './invitation-mail.js';
import { PersonalLinks } from './personal-links.js';

/** A second tap on "invite" must not mail everybody twice. */
const AGAIN_AFTER_MS = 24 * 3_600_000;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly claims: ClaimsRepository,
    private readonly links: PersonalLinks,
    private readonly mails: MailService,
    private readonly events: EventsService,
    private readonly access: EventAccess,
    private readonly clock: Clock,
  ) {}

  async invite(actor: Actor, eventId: string): Promise<InviteAnswer> {
    await this.access.require(actor, eventId, ...MAY_MANAGE_GUESTS);
    const event = await this.events.find(eventId);
    if (event === null) throw new DomainError('not_found');
    const now = this.clock.now();
    return inTransaction(this.dataSource, async (manager) => {
      const invitees = await this.claims.takeInvitees(manager, eventId, now, new Date(now.getTime() - AGAIN_AFTER_MS));
      for (const { name, email, ...place } of invitees) {
        const mail = invitationMail({ to: email, name, link: this.links.linkFor(place), event });
        // Anybody may run a demo and import any address into it.
        await this.mails.enqueue(manager, mail, { send: !event.isDemo });
      }
      return { invited: invitees.length, ...(await this.claims.uninvited(manager, eventId, now)) };
    });
  }
}
