import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Config } from '../../config/config.js';
import { qrPng, qrSvg } from '../../qr/qr.js';
import { EventsService } from './events.service.js';

type EventParam = z.output<typeof eventParam>;

/** The invitation as a picture, for posters and slides. */
@Controller('events/:eventId')
export class EventQrController {
  constructor(
    private readonly events: EventsService,
    private readonly config: Config,
  ) {}

  @Get('qr.png')
  @Header('content-type', 'image/png')
  async png(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
  ): Promise<StreamableFile> {
    return new StreamableFile(await qrPng(await this.link(actor, eventId)), { type: 'image/png' });
  }

  @Get('qr.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  async svg(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<string> {
    return qrSvg(await this.link(actor, eventId));
  }

  private async link(actor: Actor, eventId: string): Promise<string> {
    return `${this.config.publicUrl}/e/${(await this.events.get(actor, eventId)).slug}`;
  }
}
