import { Injectable } from '@nestjs/common';
import type { AskDesk } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { EventAccess } from '../../events/event-access.service.js';
import { MAY_MODERATE } from '../asks.policy.js';
import { AskThreadsRepository } from '../threads/ask-threads.repository.js';
import { AskDeskRepository } from './ask-desk.repository.js';

/** What those who run the event do about asks. The author reads why; what two write to each other is not theirs to read. */
@Injectable()
export class AskDeskService {
  constructor(
    private readonly repository: AskDeskRepository,
    private readonly threads: AskThreadsRepository,
    private readonly access: EventAccess,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string): Promise<AskDesk> {
    await this.access.require(actor, eventId, ...MAY_MODERATE);
    const rows = await this.repository.list(eventId, actor.accountId, this.clock.now());
    return { asks: rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() })) };
  }

  async hide(actor: Actor, eventId: string, askId: string, reason: string): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_MODERATE);
    await this.tell(eventId, askId, this.repository.hide(eventId, askId, actor.accountId, reason, this.clock.now()));
  }

  async unhide(actor: Actor, eventId: string, askId: string): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_MODERATE);
    await this.tell(eventId, askId, this.repository.unhide(eventId, askId));
  }

  async remove(actor: Actor, eventId: string, askId: string, reason: string): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_MODERATE);
    await this.tell(eventId, askId, this.repository.remove(eventId, askId, actor.accountId, reason, this.clock.now()));
  }

  private async tell(eventId: string, askId: string, change: Promise<boolean | null>): Promise<void> {
    const changed = await change;
    if (changed === null) throw new DomainError('not_found');
    if (!changed) return;
    this.events.emit('asks:changed', { eventId });
    const accountIds = await this.threads.accountsOf(askId);
    this.events.emit('ask-thread:changed', { eventId, askId, threadId: null, accountIds });
  }
}
