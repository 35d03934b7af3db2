import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { eventParam, MatchWishInput, type MatchWishList, matchWishParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { WishesService } from './wishes.service.js';

@Controller('events/:eventId/suggestions')
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  @Get('wishes')
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<MatchWishList> {
    return this.wishes.list(actor, eventId);
  }

  @Put(':registrationId/wish')
  @HttpCode(204)
  put(
    @CurrentActor() actor: Actor,
    @Param({ schema: matchWishParam }) { eventId, registrationId }: z.output<typeof matchWishParam>,
    @Body({ schema: MatchWishInput }) { kind }: z.output<typeof MatchWishInput>,
  ): Promise<void> {
    return this.wishes.put(actor, eventId, registrationId, kind);
  }

  @Delete(':registrationId/wish')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: matchWishParam }) { eventId, registrationId }: z.output<typeof matchWishParam>,
  ): Promise<void> {
    return this.wishes.remove(actor, eventId, registrationId);
  }
}
