import { Controller, Get, Param } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { InboxService } from './inbox.service.js';

@Controller('events/:eventId/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  read(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.inbox.read(actor, eventId);
  }
}
