import { Body, Controller, Get, Header, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { DeletionInput, type MyDataOverview } from '@teabreak/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { addressKey } from '../../common/rate-limits/address-key.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { RateLimits } from '../../common/rate-limits/rate-limits.js';
import { SessionCookie } from '../accounts/sessions/session-cookie.service.js';
import { MyDataService } from './my-data.service.js';

@Controller('my-data')
export class MyDataController {
  constructor(
    private readonly myData: MyDataService,
    private readonly limits: RateLimits,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  overview(@CurrentActor() actor: Actor): Promise<MyDataOverview> {
    return this.myData.overview(actor);
  }

  @Limited('my-data')
  @Get('export')
  @Header('Cache-Control', 'no-store')
  async export(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { stream, name } = await this.myData.export(actor);
    return new StreamableFile(stream, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }

  @Limited('my-data')
  @Post('deletion')
  @HttpCode(204)
  async delete(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Body({ schema: DeletionInput }) input: z.output<typeof DeletionInput>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const address = addressKey(request.ip);
    await this.limits.count('wrong-code', address);
    await this.myData.delete(actor, input);
    await this.limits.refund('wrong-code', address);
    this.cookie.clear(reply);
  }
}
