import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { eventParam, type MatchPreview, MatchSettings, type MatchSettingsAnswer } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { requestLocale } from '../../../common/request-locale.js';
import { SettingsService } from './settings.service.js';

@Controller('events/:eventId/matchmaking')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get('settings')
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<MatchSettingsAnswer> {
    return this.settings.get(actor, eventId);
  }

  @Put('settings')
  save(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: MatchSettings }) settings: MatchSettings,
  ): Promise<MatchSettingsAnswer> {
    return this.settings.save(actor, eventId, settings);
  }

  @Post('preview')
  @HttpCode(200)
  @Limited('match-preview')
  preview(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: MatchSettings }) settings: MatchSettings,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchPreview> {
    return this.settings.preview(actor, eventId, settings, requestLocale(languages));
  }
}
