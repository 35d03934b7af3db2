import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, introductionParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { HostTurns } from './host-turns.service.js';

@Controller('events/:eventId/introductions')
export class HostTurnsController {
  constructor(private readonly turns: HostTurns) {}

  @Get('hosts')
  shares(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.turns.shares(actor, eventId);
  }

  @Post(':introductionId/take')
  @HttpCode(200)
  take(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: z.output<typeof introductionParam>,
  ) {
    return this.turns.take(actor, eventId, introductionId);
  }
}
