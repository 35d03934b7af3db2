import { Body, Controller, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { eventParam, type JoinAnswer, JoinInput, registrationParam, StatusInput, slugParam } from '@teabreak/shared';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { deviceName } from '../../common/device-name.js';
import { Public } from '../../common/public.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { SessionCookie } from '../accounts/sessions/session-cookie.service.js';
import { JoinsService } from './joins/joins.service.js';
import { RegistrationsService } from './registrations.service.js';

@Controller()
export class RegistrationsController {
  constructor(
    private readonly joins: JoinsService,
    private readonly registrations: RegistrationsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Limited('join')
  @Post('public/events/:slug/registrations')
  async join(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>,
    @Body({ schema: JoinInput }) input: z.output<typeof JoinInput>,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JoinAnswer> {
    const { answer, session } = await this.joins.join(actor, slug, input, deviceName(userAgent));
    if (session) this.cookie.set(reply, session);
    return answer;
  }

  @Post('events/:eventId/me/cancel')
  @HttpCode(204)
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<void> {
    return this.registrations.cancel(actor, eventId);
  }

  @Patch('events/:eventId/registrations/:registrationId')
  @HttpCode(204)
  changeStatus(
    @CurrentActor() actor: Actor,
    @Param({ schema: registrationParam }) { eventId, registrationId }: z.output<typeof registrationParam>,
    @Body({ schema: StatusInput }) input: z.output<typeof StatusInput>,
  ): Promise<void> {
    return this.registrations.changeStatus(actor, eventId, registrationId, input);
  }
}
