import { Injectable } from '@nestjs/common';
import type { ReportInput, ReportList } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { BoardLog } from '../../../common/board-log.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { EventAccess } from '../../events/event-access.service.js';
import { MAY_RUN } from '../../events/events.policy.js';
import { BlocksService } from './blocks.service.js';
import { ReportsRepository } from './reports.repository.js';

/** What somebody should know of somebody (I6): written by anybody, read by those who run the event, never by the one it is about. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly repository: ReportsRepository,
    private readonly blocks: BlocksService,
    private readonly access: EventAccess,
    private readonly board: BoardLog,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async report(
    actor: Actor,
    eventId: string,
    registrationId: string,
    { reason, requestId, messageId }: z.output<typeof ReportInput>,
  ): Promise<void> {
    await this.blocks.requireAnybody(actor, eventId, registrationId);
    const report = { eventId, reporterId: actor.accountId, registrationId, reason, requestId, messageId };
    if (!(await this.repository.insert({ ...report, at: this.clock.now() }))) return;
    const accountIds = await this.repository.readers(eventId, registrationId, MAY_RUN);
    this.events.emit('report:made', { eventId, accountIds });
  }

  async list(actor: Actor, eventId: string): Promise<ReportList> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    return { reports: await this.repository.list(eventId, actor.accountId) };
  }

  async setHandled(actor: Actor, eventId: string, reportId: string, handled: boolean): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    const at = handled ? this.clock.now() : null;
    if (!(await this.repository.setHandled(eventId, reportId, actor.accountId, at))) throw new DomainError('not_found');
  }

  /** From the board, suggestions and paths at once, until it is lifted. */
  async setHidden(actor: Actor, eventId: string, registrationId: string, hidden: boolean): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    if (!(await this.repository.exists(eventId, registrationId))) throw new DomainError('not_found');
    const changed = await inTransaction(this.dataSource, async (manager) => {
      const person = await this.repository.setHidden(manager, eventId, registrationId, hidden);
      if (person) await this.board.personChanged(manager, eventId, registrationId);
      return person;
    });
    if (changed === null) return;
    if (changed.accountId)
      this.events.emit('registration:changed', { eventId, registrationId, accountId: changed.accountId });
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
  }
}
