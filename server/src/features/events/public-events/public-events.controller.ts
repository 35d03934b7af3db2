import { Controller, Get, Header, Param } from '@nestjs/common';
import { type PublicEvent, slugParam } from '@teabreak/shared';
import type { z } from 'zod';
import { Public } from '../../../common/public.js';
import { Config } from '../../../config/config.js';
import { qrSvg } from '../../../qr/qr.js';
import { PublicEventsService } from './public-events.service.js';

@Public()
@Controller('public/events')
export class PublicEventsController {
  constructor(
    private readonly events: PublicEventsService,
    private readonly config: Config,
  ) {}

  @Get(':slug')
  get(@Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>): Promise<PublicEvent> {
    return this.events.get(slug);
  }

  /** Shown and not attached: an iPhone then offers to add it to the calendar, and everything else saves it (E5). */
  @Get(':slug/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="event.ics"')
  calendar(@Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>): Promise<string> {
    return this.events.calendar(slug);
  }

  /** The invitation's address as a picture, for the projector and for whoever shares the page. */
  @Get(':slug/qr.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  async qr(@Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>): Promise<string> {
    return qrSvg(`${this.config.publicUrl}/e/${(await this.events.get(slug)).slug}`);
  }
}
