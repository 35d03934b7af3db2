import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { eventParam, HandledInput, HiddenInput, personParam, ReportInput, reportParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { ReportsService } from './reports.service.js';

type PersonParam = z.output<typeof personParam>;

@Controller('events/:eventId')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Limited('report')
  @Post('people/:registrationId/report')
  @HttpCode(204)
  report(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: PersonParam,
    @Body({ schema: ReportInput }) input: z.output<typeof ReportInput>,
  ) {
    return this.reports.report(actor, eventId, registrationId, input);
  }

  @Get('reports')
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.reports.list(actor, eventId);
  }

  @Put('reports/:reportId')
  @HttpCode(204)
  setHandled(
    @CurrentActor() actor: Actor,
    @Param({ schema: reportParam }) { eventId, reportId }: z.output<typeof reportParam>,
    @Body({ schema: HandledInput }) { handled }: z.output<typeof HandledInput>,
  ) {
    return this.reports.setHandled(actor, eventId, reportId, handled);
  }

  @Put('people/:registrationId/hidden')
  @HttpCode(204)
  setHidden(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: PersonParam,
    @Body({ schema: HiddenInput }) { hidden }: z.output<typeof HiddenInput>,
  ) {
    return this.reports.setHidden(actor, eventId, registrationId, hidden);
  }
}
