import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { idParam, personParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { BlocksService } from './blocks.service.js';

type PersonParam = z.output<typeof personParam>;

@Controller()
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Get('me/blocks')
  list(@CurrentActor() actor: Actor) {
    return this.blocks.list(actor);
  }

  @Delete('me/blocks/:id')
  @HttpCode(204)
  release(@CurrentActor() actor: Actor, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return this.blocks.release(actor, id);
  }

  @Post('events/:eventId/people/:registrationId/block')
  @HttpCode(204)
  block(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.blocks.block(actor, eventId, registrationId);
  }

  @Delete('events/:eventId/people/:registrationId/block')
  @HttpCode(204)
  unblock(@CurrentActor() actor: Actor, @Param({ schema: personParam }) { eventId, registrationId }: PersonParam) {
    return this.blocks.unblock(actor, eventId, registrationId);
  }
}
