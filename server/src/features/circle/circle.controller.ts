import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, personParam, ReportInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { CircleService } from './circle.service.js';

type PersonParam = z.output<typeof personParam>;

@Controller('events/:eventId')
export class CircleController {
  constructor(private readonly circle: CircleService) {}

  @Get('circle')
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.circle.list(actor, eventId);
  }

  @Limited('acquaintance')
  @Post('people/:registrationId/acquaintance')
  @HttpCode(200)
  confirm(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.circle.confirm(actor, eventId, registrationId);
  }

  @Delete('people/:registrationId/acquaintance')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.circle.withdraw(actor, eventId, registrationId);
  }

  @Post('people/:registrationId/block')
  @HttpCode(204)
  block(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.circle.block(actor, eventId, registrationId);
  }

  @Delete('people/:registrationId/block')
  @HttpCode(204)
  unblock(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.circle.unblock(actor, eventId, registrationId);
  }

  @Limited('report')
  @Post('people/:registrationId/report')
  @HttpCode(204)
  report(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: PersonParam,
    @Body({ schema: ReportInput }) { reason }: z.output<typeof ReportInput>,
  ) {
    return this.circle.report(actor, eventId, registrationId, reason);
  }
}
