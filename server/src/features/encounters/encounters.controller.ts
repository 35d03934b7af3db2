import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EncounterInput, eventParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { EncountersService } from './encounters.service.js';

@Controller('events/:eventId/encounters')
export class EncountersController {
  constructor(private readonly encounters: EncountersService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.encounters.list(actor, eventId);
  }

  @Limited('encounter')
  @Post()
  @HttpCode(200)
  say(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: EncounterInput }) { personId }: z.output<typeof EncounterInput>,
  ) {
    return this.encounters.say(actor, eventId, personId);
  }
}
