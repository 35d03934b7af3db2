import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, IntroductionInput, IntroductionOffer, introductionParam, PassOnInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { IntroductionsService } from './introductions.service.js';

type EventParam = z.output<typeof eventParam>;
type IntroductionParam = z.output<typeof introductionParam>;

@Controller('events/:eventId/introductions')
export class IntroductionsController {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly requests: IntroductionRequests,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam) {
    return this.introductions.list(actor, eventId);
  }

  @Limited('introduction')
  @Post()
  ask(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: IntroductionInput }) input: z.output<typeof IntroductionInput>,
  ) {
    return this.requests.ask(actor, eventId, input);
  }

  @Limited('introduction')
  @Post('offers')
  offer(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: IntroductionOffer }) input: z.output<typeof IntroductionOffer>,
  ) {
    return this.requests.offer(actor, eventId, input);
  }

  @Get(':introductionId')
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.get(actor, eventId, introductionId);
  }

  @Post(':introductionId/pass-on')
  @HttpCode(200)
  passOn(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
    @Body({ schema: PassOnInput }) passing: z.output<typeof PassOnInput>,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'pass-on', passing);
  }

  @Post(':introductionId/decline')
  @HttpCode(200)
  decline(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'decline');
  }

  @Post(':introductionId/agree')
  @HttpCode(200)
  agree(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'agree');
  }

  @Post(':introductionId/withdraw')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'withdraw');
  }
}
