import { Controller, Get, Query } from '@nestjs/common';
import { ConversationQuery } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { ConversationsService } from './conversations.service.js';

@Controller('me/conversations')
export class ConversationsController {
  constructor(private readonly conversations: ConversationsService) {}

  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: ConversationQuery }) query: z.output<typeof ConversationQuery>) {
    return this.conversations.page(actor, query);
  }
}
