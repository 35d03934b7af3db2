import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  DuplicateInput,
  EventInput,
  type EventSummary,
  EventUpdate,
  eventParam,
  type OrganizerEvent,
} from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { EventsService } from './events.service.js';

type EventParam = z.output<typeof eventParam>;

@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  list(@CurrentActor() actor: Actor): Promise<EventSummary[]> {
    return this.events.list(actor);
  }

  @Post()
  create(@CurrentActor() actor: Actor, @Body({ schema: EventInput }) input: EventInput): Promise<OrganizerEvent> {
    return this.events.create(actor, input);
  }

  @Get(':eventId')
  get(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<OrganizerEvent> {
    return this.events.get(actor, eventId);
  }

  @Put(':eventId')
  update(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: EventUpdate }) input: EventUpdate,
  ): Promise<OrganizerEvent> {
    return this.events.update(actor, eventId, input);
  }

  @Delete(':eventId')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<void> {
    return this.events.delete(actor, eventId);
  }

  @Post(':eventId/duplicate')
  duplicate(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: DuplicateInput }) input: DuplicateInput,
  ): Promise<OrganizerEvent> {
    return this.events.duplicate(actor, eventId, input);
  }
}
