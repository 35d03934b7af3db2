import { Body, Controller, Get, Header, Headers, Param, Post, Query } from '@nestjs/common';
import { eventParam, type GuestPage, GuestQuery, type WalkInAnswer, WalkInInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { requestLocale } from '../../../common/request-locale.js';
import { GuestsService } from './guests.service.js';

@Controller('events/:eventId')
export class GuestsController {
  constructor(private readonly guests: GuestsService) {}

  @Get('registrations')
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Query({ schema: GuestQuery }) query: z.output<typeof GuestQuery>,
  ): Promise<GuestPage> {
    return this.guests.list(actor, eventId, query);
  }

  @Get('registrations.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="guests.csv"')
  @Header('Cache-Control', 'private, no-store')
  csv(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<string> {
    return this.guests.csv(actor, eventId, requestLocale(languages));
  }

  @Post('registrations')
  walkIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: WalkInInput }) input: z.output<typeof WalkInInput>,
  ): Promise<WalkInAnswer> {
    return this.guests.walkIn(actor, eventId, input);
  }
}
