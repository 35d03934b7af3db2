import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { askThreadParam, eventParam, MessageInput, MessageQuery, ReadInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { AskMessagesService } from './ask-messages.service.js';
import { AskThreads } from './ask-threads.service.js';

type ThreadParam = z.output<typeof askThreadParam>;

@Controller('events/:eventId/ask-threads')
export class AskThreadsController {
  constructor(
    private readonly threads: AskThreads,
    private readonly messages: AskMessagesService,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.threads.list(actor, eventId);
  }

  @Get(':threadId')
  view(@CurrentActor() actor: Actor, @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam) {
    return this.threads.view(actor, eventId, threadId);
  }

  @Post(':threadId/accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam) {
    return this.threads.accept(actor, eventId, threadId);
  }

  @Post(':threadId/decline')
  @HttpCode(204)
  decline(@CurrentActor() actor: Actor, @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam) {
    return this.threads.decline(actor, eventId, threadId);
  }

  @Get(':threadId/messages')
  page(
    @CurrentActor() actor: Actor,
    @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam,
    @Query({ schema: MessageQuery }) query: z.output<typeof MessageQuery>,
  ) {
    return this.messages.page(actor, eventId, threadId, query);
  }

  @Limited('message')
  @Post(':threadId/messages')
  post(
    @CurrentActor() actor: Actor,
    @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam,
    @Body({ schema: MessageInput }) input: z.output<typeof MessageInput>,
  ) {
    return this.messages.post(actor, eventId, threadId, input);
  }

  @Put(':threadId/read')
  @HttpCode(204)
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: askThreadParam }) { eventId, threadId }: ThreadParam,
    @Body({ schema: ReadInput }) { seq }: z.output<typeof ReadInput>,
  ) {
    return this.messages.read(actor, eventId, threadId, seq);
  }
}
