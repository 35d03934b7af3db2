import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, exchangeParam, personParam, tokenParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { CardExchangesService } from './card-exchanges.service.js';

type ExchangeParam = z.output<typeof exchangeParam>;

@Controller()
export class CardExchangesController {
  constructor(private readonly exchanges: CardExchangesService) {}

  @Limited('card-exchange')
  @Post('cards/:token/exchange')
  @HttpCode(200)
  exchange(@CurrentActor() actor: Actor, @Param({ schema: tokenParam }) { token }: z.output<typeof tokenParam>) {
    return this.exchanges.exchange(actor, token);
  }

  @Get('events/:eventId/card-exchanges')
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.exchanges.list(actor, eventId);
  }

  @Post('events/:eventId/card-exchanges/:exchangeId/accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param({ schema: exchangeParam }) { eventId, exchangeId }: ExchangeParam) {
    return this.exchanges.accept(actor, eventId, exchangeId);
  }

  @Post('events/:eventId/card-exchanges/:exchangeId/decline')
  @HttpCode(204)
  decline(@CurrentActor() actor: Actor, @Param({ schema: exchangeParam }) { eventId, exchangeId }: ExchangeParam) {
    return this.exchanges.decline(actor, eventId, exchangeId);
  }

  @Post('events/:eventId/card-exchanges/:exchangeId/revoke')
  @HttpCode(200)
  revoke(@CurrentActor() actor: Actor, @Param({ schema: exchangeParam }) { eventId, exchangeId }: ExchangeParam) {
    return this.exchanges.revoke(actor, eventId, exchangeId);
  }

  @Delete('events/:eventId/people/:registrationId/contacts')
  @HttpCode(204)
  revokeContacts(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: z.output<typeof personParam>,
  ) {
    return this.exchanges.revokeContacts(actor, eventId, registrationId);
  }
}
