import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CommonalitiesInput, eventParam, GoalInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { GoalsService } from './goals.service.js';

@Controller()
export class GoalsController {
  constructor(private readonly goals: GoalsService) {}

  @Put('events/:eventId/goal')
  saveGoal(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: GoalInput }) input: z.output<typeof GoalInput>,
  ) {
    return this.goals.saveGoal(actor, eventId, input);
  }

  @Get('me/commonalities')
  commonalities(@CurrentActor() actor: Actor) {
    return this.goals.commonalities(actor);
  }

  @Put('me/commonalities')
  saveCommonalities(
    @CurrentActor() actor: Actor,
    @Body({ schema: CommonalitiesInput }) input: z.output<typeof CommonalitiesInput>,
  ) {
    return this.goals.saveCommonalities(actor, input);
  }
}
