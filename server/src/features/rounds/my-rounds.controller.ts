import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { eventParam, type MyRound, MyRoundInput, PartnerMissingInput, roundParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { MyRounds } from './my-rounds.service.js';

/** For whoever takes part. */
@Controller('events/:eventId/rounds')
export class MyRoundsController {
  constructor(private readonly rounds: MyRounds) {}

  @Get('mine')
  mine(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<MyRound> {
    return this.rounds.mine(actor, eventId);
  }

  @Put('mine')
  takePart(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: MyRoundInput }) input: z.output<typeof MyRoundInput>,
  ): Promise<MyRound> {
    return this.rounds.takePart(actor, eventId, input);
  }

  @Post(':roundId/partner-missing')
  @HttpCode(200)
  partnerMissing(
    @CurrentActor() actor: Actor,
    @Param({ schema: roundParam }) { eventId, roundId }: z.output<typeof roundParam>,
    @Body({ schema: PartnerMissingInput }) input: z.output<typeof PartnerMissingInput>,
  ): Promise<MyRound> {
    return this.rounds.partnerMissing(actor, eventId, roundId, input);
  }
}
