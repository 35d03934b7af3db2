import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { introductionParam, MeetingInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { IntroductionsService } from '../introductions.service.js';
import { MeetingsService } from './meetings.service.js';

type IntroductionParam = z.output<typeof introductionParam>;

@Controller('events/:eventId/introductions/:introductionId')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly introductions: IntroductionsService,
  ) {}

  @Get('meeting/options')
  options(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.meetings.options(actor, eventId, introductionId);
  }

  @Put('meeting')
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
    @Body({ schema: MeetingInput }) input: z.output<typeof MeetingInput>,
  ) {
    return this.meetings.move(actor, eventId, introductionId, input);
  }

  @Post('ping')
  @HttpCode(200)
  ping(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.meetings.ping(actor, eventId, introductionId);
  }

  @Post('cancel')
  @HttpCode(200)
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'cancel');
  }

  @Post('leave-table')
  @HttpCode(200)
  leaveTable(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'leave-table');
  }

  @Post('met')
  @HttpCode(200)
  met(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'met');
  }

  @Post('missed')
  @HttpCode(200)
  missed(
    @CurrentActor() actor: Actor,
    @Param({ schema: introductionParam }) { eventId, introductionId }: IntroductionParam,
  ) {
    return this.introductions.act(actor, eventId, introductionId, 'missed');
  }
}
