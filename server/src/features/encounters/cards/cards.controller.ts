import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { eventParam, personParam, tokenParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Public } from '../../../common/public.js';
import { CardsService } from './cards.service.js';

@Controller()
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  // The code in it turns every minute.
  @Get('events/:eventId/card')
  @Header('Cache-Control', 'no-store')
  mine(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.cards.mine(actor, eventId);
  }

  @Public()
  @Get('cards/:token')
  @Header('Cache-Control', 'no-store')
  preview(@CurrentActor() actor: Actor | null, @Param({ schema: tokenParam }) { token }: z.output<typeof tokenParam>) {
    return this.cards.preview(actor, token);
  }

  @Get('cards/:token/qr.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  qrPng(@CurrentActor() actor: Actor, @Param({ schema: tokenParam }) { token }: z.output<typeof tokenParam>) {
    return this.cards.qrPng(actor, token);
  }

  @Get('events/:eventId/people/:registrationId/wechat-qr.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  weChatPng(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: z.output<typeof personParam>,
  ): Promise<Buffer> {
    return this.cards.weChatPng(actor, eventId, registrationId);
  }

  @Get('events/:eventId/people/:registrationId/card.vcf')
  @Header('Cache-Control', 'no-store')
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: personParam }) { eventId, registrationId }: z.output<typeof personParam>,
  ): Promise<StreamableFile> {
    const { name, text } = await this.cards.file(actor, eventId, registrationId);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/vcard; charset=utf-8',
      disposition: `attachment; filename="card.vcf"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
