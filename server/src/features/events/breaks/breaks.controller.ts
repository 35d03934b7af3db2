import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type AgendaItem, agendaItemParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { BreaksService } from './breaks.service.js';

type ItemParam = z.output<typeof agendaItemParam>;

@Controller('events/:eventId/breaks/:itemId')
export class BreaksController {
  constructor(private readonly breaks: BreaksService) {}

  @Post('open')
  @HttpCode(200)
  open(
    @CurrentActor() actor: Actor,
    @Param({ schema: agendaItemParam }) { eventId, itemId }: ItemParam,
  ): Promise<AgendaItem> {
    return this.breaks.open(actor, eventId, itemId);
  }

  @Post('close')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: agendaItemParam }) { eventId, itemId }: ItemParam,
  ): Promise<AgendaItem> {
    return this.breaks.close(actor, eventId, itemId);
  }
}
