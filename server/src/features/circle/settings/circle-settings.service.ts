import { Injectable } from '@nestjs/common';
import type { CircleSettings, CircleSettingsInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { CircleSettingsRepository } from './circle-settings.repository.js';

/** What each says of their circle: that they come (K2), that they introduce, that paths may lead to them, that they connect people (M11). */
@Injectable()
export class CircleSettingsService {
  constructor(
    private readonly repository: CircleSettingsRepository,
    private readonly attendees: AttendeeAccess,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, eventId: string): Promise<CircleSettings> {
    const { id } = await this.attendees.require(actor, eventId);
    return this.repository.get(actor.accountId, id);
  }

  async put(actor: Actor, eventId: string, input: CircleSettingsInput): Promise<CircleSettings> {
    const { id } = await this.attendees.require(actor, eventId);
    const own = { accountId: actor.accountId, registrationId: id };
    await inTransaction(this.dataSource, (manager) => this.repository.put(manager, own, input, this.clock.now()));
    const accountIds = await this.repository.acquaintancesHere(actor.accountId, eventId);
    this.events.emit('acquaintance:changed', { eventId, accountIds });
    return this.repository.get(actor.accountId, id);
  }
}
