import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AnsweredInput,
  AskInput,
  AskQuery,
  AskUpdate,
  askParam,
  eventParam,
  HelpInput,
  ReportInput,
} from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { AsksService } from './asks.service.js';
import { AskThreads } from './threads/ask-threads.service.js';

type EventParam = z.output<typeof eventParam>;
type AskParam = z.output<typeof askParam>;

@Controller('events/:eventId/asks')
export class AsksController {
  constructor(
    private readonly asks: AsksService,
    private readonly threads: AskThreads,
  ) {}

  @Get()
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Query({ schema: AskQuery }) query: z.output<typeof AskQuery>,
  ) {
    return this.asks.list(actor, eventId, query);
  }

  @Get('for-me')
  forMe(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam) {
    return this.asks.forMe(actor, eventId);
  }

  @Limited('ask')
  @Post()
  post(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: AskInput }) input: z.output<typeof AskInput>,
  ) {
    return this.asks.post(actor, eventId, input);
  }

  @Get(':askId')
  get(@CurrentActor() actor: Actor, @Param({ schema: askParam }) { eventId, askId }: AskParam) {
    return this.threads.ofAsk(actor, eventId, askId);
  }

  @Limited('ask')
  @Patch(':askId')
  edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: AskUpdate }) input: z.output<typeof AskUpdate>,
  ) {
    return this.asks.edit(actor, eventId, askId, input);
  }

  @Post(':askId/withdraw')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param({ schema: askParam }) { eventId, askId }: AskParam) {
    return this.asks.withdraw(actor, eventId, askId);
  }

  @Post(':askId/answered')
  @HttpCode(200)
  answered(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: AnsweredInput }) input: z.output<typeof AnsweredInput>,
  ) {
    return this.asks.answered(actor, eventId, askId, input);
  }

  @Limited('ask')
  @Post(':askId/reopen')
  @HttpCode(200)
  reopen(@CurrentActor() actor: Actor, @Param({ schema: askParam }) { eventId, askId }: AskParam) {
    return this.asks.reopen(actor, eventId, askId);
  }

  @Limited('ask-help')
  @Post(':askId/help')
  @HttpCode(200)
  offer(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: HelpInput }) { line }: z.output<typeof HelpInput>,
  ) {
    return this.threads.offer(actor, eventId, askId, line);
  }

  @Delete(':askId/help')
  @HttpCode(204)
  takeBack(@CurrentActor() actor: Actor, @Param({ schema: askParam }) { eventId, askId }: AskParam) {
    return this.threads.takeBack(actor, eventId, askId);
  }

  @Limited('report')
  @Post(':askId/report')
  @HttpCode(204)
  report(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: ReportInput }) { reason }: z.output<typeof ReportInput>,
  ) {
    return this.asks.report(actor, eventId, askId, reason);
  }
}
