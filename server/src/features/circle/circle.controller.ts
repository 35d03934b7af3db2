import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CircleSettingsInput, eventParam, personParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { CircleService } from './circle.service.js';
import { CircleOpeningsService } from './openings/circle-openings.service.js';
import { IntroductionPaths } from './paths/introduction-paths.service.js';
import { CircleSettingsService } from './settings/circle-settings.service.js';

type EventParam = z.output<typeof eventParam>;
type PersonParam = z.output<typeof personParam>;

@Controller('events/:eventId')
export class CircleController {
  constructor(
    private readonly circle: CircleService,
    private readonly settings: CircleSettingsService,
    private readonly openings: CircleOpeningsService,
    private readonly paths: IntroductionPaths,
  ) {}

  @Get('circle')
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam) {
    return this.circle.list(actor, eventId);
  }

  @Get('circle/openings')
  getOpenings(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam) {
    return this.openings.get(actor, eventId);
  }

  @Put('circle/settings')
  putSettings(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: CircleSettingsInput }) input: z.output<typeof CircleSettingsInput>,
  ) {
    return this.settings.put(actor, eventId, input);
  }

  @Get('people/:registrationId/introducers')
  introducers(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.paths.to(actor, eventId, registrationId);
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
}
