import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { eventParam, MessageInput, MessageQuery, messageParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { RoomService } from './room.service.js';

@Controller('events/:eventId/messages')
export class RoomController {
  constructor(private readonly room: RoomService) {}

  @Get()
  page(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Query({ schema: MessageQuery }) query: z.output<typeof MessageQuery>,
  ) {
    return this.room.page(actor, eventId, query);
  }

  @Limited('message')
  @Post()
  post(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: MessageInput }) input: z.output<typeof MessageInput>,
  ) {
    return this.room.post(actor, eventId, input);
  }

  @Delete(':messageId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: messageParam }) { eventId, messageId }: z.output<typeof messageParam>,
  ) {
    return this.room.remove(actor, eventId, messageId);
  }
}
