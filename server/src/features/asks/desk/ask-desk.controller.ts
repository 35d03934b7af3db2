import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { askParam, eventParam, HideInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { AskDeskService } from './ask-desk.service.js';

type AskParam = z.output<typeof askParam>;

@Controller('events/:eventId/asks')
export class AskDeskController {
  constructor(private readonly desk: AskDeskService) {}

  @Get('desk')
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.desk.list(actor, eventId);
  }

  @Post(':askId/hide')
  @HttpCode(204)
  hide(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: HideInput }) { reason }: z.output<typeof HideInput>,
  ) {
    return this.desk.hide(actor, eventId, askId, reason);
  }

  @Post(':askId/unhide')
  @HttpCode(204)
  unhide(@CurrentActor() actor: Actor, @Param({ schema: askParam }) { eventId, askId }: AskParam) {
    return this.desk.unhide(actor, eventId, askId);
  }

  @Post(':askId/remove')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: askParam }) { eventId, askId }: AskParam,
    @Body({ schema: HideInput }) { reason }: z.output<typeof HideInput>,
  ) {
    return this.desk.remove(actor, eventId, askId, reason);
  }
}
