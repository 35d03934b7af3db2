import { Controller, Get, Param } from '@nestjs/common';
import { type EventNow, eventParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { InsightsService } from './insights.service.js';

@Controller('events/:eventId/now')
export class InsightsController {
  constructor(private readonly insights: InsightsService) {}

  @Get()
  now(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<EventNow> {
    return this.insights.now(actor, eventId);
  }
}
