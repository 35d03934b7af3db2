import { Injectable } from '@nestjs/common';
import type { Locale, MatchPreview, MatchSettings, MatchSettingsAnswer } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { EventAccess } from '../../events/event-access.service.js';
import { MAY_EDIT } from '../../events/events.policy.js';
import { MatchmakingService } from '../matchmaking.service.js';
import { presentPreview } from './match-preview.js';
import { SettingsRepository } from './settings.repository.js';

/** How an event's organizers want people matched, and what that would make of everybody's lists. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly access: EventAccess,
    private readonly matchmaking: MatchmakingService,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  async get(actor: Actor, eventId: string): Promise<MatchSettingsAnswer> {
    await this.access.require(actor, eventId, ...MAY_EDIT);
    return this.settings.of(eventId);
  }

  async save(actor: Actor, eventId: string, settings: MatchSettings): Promise<MatchSettingsAnswer> {
    await this.access.require(actor, eventId, ...MAY_EDIT);
    await this.settings.save(eventId, settings, actor.accountId, this.clock.now());
    this.events.emit('match-settings:changed', { eventId });
    return this.settings.of(eventId);
  }

  /** Everybody's lists as these settings would make them. Nothing is stored and nobody is told. */
  async preview(actor: Actor, eventId: string, settings: MatchSettings, locale: Locale): Promise<MatchPreview> {
    await this.access.require(actor, eventId, ...MAY_EDIT);
    return presentPreview(await this.matchmaking.previewLists(eventId, settings), locale);
  }
}
