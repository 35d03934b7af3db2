import { Controller, Delete, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { DemoEntered, DemoState } from '@teabreak/shared';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { deviceName } from '../../common/device-name.js';
import { Public } from '../../common/public.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { requestLocale } from '../../common/request-locale.js';
import { SessionCookie } from '../accounts/sessions/session-cookie.service.js';
import { DemoService } from './demo.service.js';

@Controller('demo')
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Get()
  state(@CurrentActor() actor: Actor | null): Promise<DemoState> {
    return this.demo.state(actor);
  }

  @Limited('demo')
  @Public()
  @Post()
  @HttpCode(200)
  async enter(
    @CurrentActor() actor: Actor | null,
    @Headers('accept-language') languages: string | undefined,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemoEntered> {
    const locale = actor?.locale ?? requestLocale(languages);
    const { entered, session } = await this.demo.enter(actor, locale, deviceName(userAgent));
    if (session) this.cookie.set(reply, session);
    return entered;
  }

  @Delete()
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { actorRemoved } = await this.demo.end(actor);
    if (actorRemoved) this.cookie.clear(reply);
  }
}
