import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { FollowUpInput, followUpParam, SnoozeInput, TouchInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { FollowUpsService } from './follow-ups.service.js';

type FollowUpParam = z.output<typeof followUpParam>;

@Controller('follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Get()
  list(@CurrentActor() actor: Actor) {
    return this.followUps.list(actor);
  }

  @Limited('follow-up')
  @Post()
  @HttpCode(200)
  start(
    @CurrentActor() actor: Actor,
    @Body({ schema: FollowUpInput }) { encounterId }: z.output<typeof FollowUpInput>,
  ) {
    return this.followUps.start(actor, encounterId);
  }

  @Get(':followUpId')
  read(@CurrentActor() actor: Actor, @Param({ schema: followUpParam }) { followUpId }: FollowUpParam) {
    return this.followUps.read(actor, followUpId);
  }

  @Delete(':followUpId')
  @HttpCode(204)
  stop(@CurrentActor() actor: Actor, @Param({ schema: followUpParam }) { followUpId }: FollowUpParam) {
    return this.followUps.stop(actor, followUpId);
  }

  @Limited('follow-up')
  @Post(':followUpId/touches')
  @HttpCode(200)
  touch(
    @CurrentActor() actor: Actor,
    @Param({ schema: followUpParam }) { followUpId }: FollowUpParam,
    @Body({ schema: TouchInput }) touch: z.output<typeof TouchInput>,
  ) {
    return this.followUps.touch(actor, followUpId, touch);
  }

  @Limited('follow-up')
  @Post(':followUpId/snooze')
  @HttpCode(200)
  snooze(
    @CurrentActor() actor: Actor,
    @Param({ schema: followUpParam }) { followUpId }: FollowUpParam,
    @Body({ schema: SnoozeInput }) input: z.output<typeof SnoozeInput>,
  ) {
    return this.followUps.snooze(actor, followUpId, input);
  }

  @Get(':followUpId/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="teabreak.ics"')
  @Header('cache-control', 'no-store')
  calendar(@CurrentActor() actor: Actor, @Param({ schema: followUpParam }) { followUpId }: FollowUpParam) {
    return this.followUps.calendar(actor, followUpId);
  }
}
