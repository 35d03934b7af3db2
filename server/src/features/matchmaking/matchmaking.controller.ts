import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { eventParam, VocabularyQuery } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Public } from '../../common/public.js';
import { requestLocale } from '../../common/request-locale.js';
import { MatchmakingService } from './matchmaking.service.js';

@Controller()
export class MatchmakingController {
  constructor(private readonly matchmaking: MatchmakingService) {}

  @Get('events/:eventId/suggestions')
  suggestions(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Headers('accept-language') languages: string | undefined,
  ) {
    return this.matchmaking.suggestions(actor, eventId, requestLocale(languages));
  }

  // Asked while joining, before there is a session.
  @Public()
  @Get('vocabulary')
  tags(@Query({ schema: VocabularyQuery }) { q }: z.output<typeof VocabularyQuery>) {
    return this.matchmaking.tags(q);
  }
}
