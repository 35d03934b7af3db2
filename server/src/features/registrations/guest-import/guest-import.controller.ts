import { Controller, Get, Headers, Param, Post, Req } from '@nestjs/common';
import { eventParam, type GuestImportReport } from '@teabreak/shared';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { requestLocale } from '../../../common/request-locale.js';
import { GuestImportService } from './guest-import.service.js';
import { receiveUpload } from './upload.js';

@Controller('events/:eventId/guest-imports')
export class GuestImportController {
  constructor(private readonly imports: GuestImportService) {}

  @Limited('guest-import')
  @Post()
  import(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Req() request: FastifyRequest,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<GuestImportReport> {
    return this.imports.import(actor, eventId, () => receiveUpload(request), requestLocale(languages));
  }

  @Get()
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<GuestImportReport[]> {
    return this.imports.list(actor, eventId, requestLocale(languages));
  }
}
