import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, type ScreenLink, ScreenLinkInput, screenLinkParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { ScreenLinksService } from './screen-links.service.js';

type EventParam = z.output<typeof eventParam>;

@Controller('events/:eventId/screen-links')
export class ScreenLinksController {
  constructor(private readonly links: ScreenLinksService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<ScreenLink[]> {
    return this.links.list(actor, eventId);
  }

  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: ScreenLinkInput }) input: z.output<typeof ScreenLinkInput>,
  ): Promise<ScreenLink> {
    return this.links.create(actor, eventId, input);
  }

  @Delete()
  @HttpCode(204)
  revokeAll(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<void> {
    return this.links.revoke(actor, eventId, null);
  }

  @Delete(':linkId')
  @HttpCode(204)
  revoke(
    @CurrentActor() actor: Actor,
    @Param({ schema: screenLinkParam }) { eventId, linkId }: z.output<typeof screenLinkParam>,
  ): Promise<void> {
    return this.links.revoke(actor, eventId, linkId);
  }
}
