import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type {
  DuplicateInput,
  EventInput,
  EventRole,
  EventSummary,
  EventUpdate,
  OrganizerEvent,
} from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Randomness } from '../../common/randomness.js';
import { violatedConstraint } from '../../database/database-failure.js';
import { inTransaction } from '../../database/transaction.js';
import { AgendaRepository } from './agenda.repository.js';
import type { AgendaItemEntity, EventEntity, PlaceEntity } from './event.entity.js';
import { EventAccess } from './event-access.service.js';
import { shiftedCopy } from './event-copy.js';
import { assertPartsOnce } from './event-parts.js';
import { slugOf } from './event-slug.js';
import { MAY_DELETE, MAY_EDIT, MAY_SEE_DESK, mayCreateEvents } from './events.policy.js';
import { presentForOrganizer, presentSummary } from './events.presenter.js';
import { type EventFields, EventsRepository } from './events.repository.js';

@Injectable()
export class EventsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventsRepository,
    private readonly agenda: AgendaRepository,
    private readonly access: EventAccess,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly domainEvents: DomainEvents,
    private readonly modules: ModuleRef,
  ) {}

  find(eventId: string): Promise<EventEntity | null> {
    return this.events.find(eventId);
  }

  findBySlug(slug: string): Promise<EventEntity | null> {
    return this.events.findBySlug(slug);
  }

  agendaOf(eventId: string): Promise<AgendaItemEntity[]> {
    return this.events.agendaOf(eventId);
  }

  placesOf(eventId: string): Promise<PlaceEntity[]> {
    return this.events.placesOf(eventId);
  }

  /** The break that is open, else the next that has neither been closed nor passed. */
  openOrNextBreak(eventId: string, now: Date): Promise<AgendaItemEntity | null> {
    return this.events.openOrNextBreak(eventId, now);
  }

  /** The event's board version after `by` more. It locks the event's row: call it last in a transaction (B3). */
  bumpBoardVersion(manager: EntityManager, eventId: string, by = 1): Promise<number> {
    return this.events.bumpBoardVersion(manager, eventId, by);
  }

  async list(actor: Actor): Promise<EventSummary[]> {
    return (await this.events.runBy(actor.accountId, actor.siteRole === 'first')).map(presentSummary);
  }

  async get(actor: Actor, eventId: string): Promise<OrganizerEvent> {
    return this.present(eventId, await this.access.require(actor, eventId, ...MAY_SEE_DESK));
  }

  /** @throws DomainError `not_allowed`, `slug_taken` */
  async create(actor: Actor, input: EventInput): Promise<OrganizerEvent> {
    if (!mayCreateEvents(actor.siteRole)) throw new DomainError('not_allowed');
    return this.present(await this.insert(actor.accountId, input as EventFields), 'owner');
  }

  /** @throws DomainError `capacity_below_taken`, `slug_taken`, `not_found` for a part of another event */
  async update(actor: Actor, eventId: string, input: EventUpdate): Promise<OrganizerEvent> {
    const role = await this.access.require(actor, eventId, ...MAY_EDIT);
    const fields = input as EventFields;
    assertPartsOnce(fields);
    const moved = await this.writing(() =>
      inTransaction(this.dataSource, async (manager) => {
        const left = await this.agenda.leaveOtherPlaces(manager, eventId, fields.places);
        if (!(await this.events.update(manager, eventId, fields))) throw await this.refusedCapacity(eventId);
        await this.replaceParts(manager, eventId, fields);
        await this.board().peopleChanged(manager, eventId, left);
        return left;
      }),
    );
    this.domainEvents.emit('event:changed', { eventId });
    if (moved.length > 0) this.domainEvents.emit('board:changed', { eventId });
    return this.present(eventId, role);
  }

  /** The same event at another time: agenda and places come along, people and what they did do not. */
  async duplicate(actor: Actor, eventId: string, { startsAt }: DuplicateInput): Promise<OrganizerEvent> {
    await this.access.require(actor, eventId, ...MAY_EDIT);
    if (!mayCreateEvents(actor.siteRole)) throw new DomainError('not_allowed');
    const event = await this.existing(eventId);
    const parts = await this.partsOf(eventId);
    return this.present(await this.insert(actor.accountId, shiftedCopy(event, parts, new Date(startsAt))), 'owner');
  }

  async delete(actor: Actor, eventId: string): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_DELETE);
    await this.events.delete(eventId);
    this.domainEvents.emit('event:deleted', { eventId });
  }

  private async insert(createdBy: string, fields: EventFields): Promise<string> {
    const slug = fields.slug ?? (await this.freeSlug(fields.title));
    const groupCode = this.randomness.openCode();
    return this.writing(() =>
      inTransaction(this.dataSource, async (manager) => {
        const eventId = await this.events.insert(manager, { fields, slug, groupCode, createdBy });
        await this.replaceParts(manager, eventId, fields);
        return eventId;
      }),
    );
  }

  /** "mixer", "mixer-2" …; two titles that race for the same one: the later gets `slug_taken` and tries again. */
  private async freeSlug(title: string): Promise<string> {
    const wanted = slugOf(title);
    const taken = await this.events.slugsLike(wanted);
    for (let number = 1; number < 100; number += 1) {
      const slug = number === 1 ? wanted : `${wanted}-${number}`;
      if (!taken.has(slug)) return slug;
    }
    return `${wanted}-${this.randomness.readableCode(6).toLowerCase()}`;
  }

  private async replaceParts(manager: EntityManager, eventId: string, fields: EventFields): Promise<void> {
    const known =
      (await this.agenda.replaceAgenda(manager, eventId, fields.agenda, this.clock.now())) &&
      (await this.agenda.replacePlaces(manager, eventId, fields.places));
    if (!known) throw new DomainError('not_found');
  }

  /** Kept by a feature that itself needs this one, so it is looked up when needed. */
  private board(): BoardLog {
    return this.modules.get(BoardLog, { strict: false });
  }

  private async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) === 'events_slug_once') throw new DomainError('slug_taken', { field: 'slug' });
      throw error;
    }
  }

  private async refusedCapacity(eventId: string): Promise<DomainError> {
    const { taken } = await this.existing(eventId);
    return new DomainError('capacity_below_taken', { field: 'capacity', params: { taken } });
  }

  private async present(eventId: string, role: EventRole): Promise<OrganizerEvent> {
    const [event, parts] = await Promise.all([this.existing(eventId), this.partsOf(eventId)]);
    return presentForOrganizer(event, parts, role, this.clock.now());
  }

  private async existing(eventId: string): Promise<EventEntity> {
    const event = await this.events.find(eventId);
    if (event === null) throw new DomainError('not_found');
    return event;
  }

  private async partsOf(eventId: string): Promise<{ agenda: AgendaItemEntity[]; places: PlaceEntity[] }> {
    const [agenda, places] = await Promise.all([this.events.agendaOf(eventId), this.events.placesOf(eventId)]);
    return { agenda, places };
  }
}
