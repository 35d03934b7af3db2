import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { type CheckInAnswer, CheckInInput, eventParam, registrationParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { CheckInService } from './check-in.service.js';

@Controller('events/:eventId/check-ins')
export class CheckInController {
  constructor(private readonly door: CheckInService) {}

  @Post()
  @HttpCode(200)
  checkIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: CheckInInput }) input: z.output<typeof CheckInInput>,
  ): Promise<CheckInAnswer> {
    return this.door.checkIn(actor, eventId, input);
  }

  @Delete(':registrationId')
  @HttpCode(204)
  undo(
    @CurrentActor() actor: Actor,
    @Param({ schema: registrationParam }) { eventId, registrationId }: z.output<typeof registrationParam>,
  ): Promise<void> {
    return this.door.undo(actor, eventId, registrationId);
  }
}
