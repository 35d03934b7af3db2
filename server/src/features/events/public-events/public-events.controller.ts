import { Controller, Get, Param } from '@nestjs/common';
import { type PublicEvent, slugParam } from '@teabreak/shared';
import type { z } from 'zod';
import { Public } from '../../../common/public.js';
import { PublicEventsService } from './public-events.service.js';

@Public()
@Controller('public/events')
export class PublicEventsController {
  constructor(private readonly events: PublicEventsService) {}

  @Get(':slug')
  get(@Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>): Promise<PublicEvent> {
    return this.events.get(slug);
  }
}
