import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ClaimInput,
  type ClaimPreview,
  claimParam,
  eventParam,
  type InviteAnswer,
  type JoinAnswer,
} from '@teabreak/shared';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { deviceName } from '../../../common/device-name.js';
import { Public } from '../../../common/public.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { Config } from '../../../config/config.js';
import { qrSvg } from '../../../qr/qr.js';
import { SessionCookie } from '../../accounts/sessions/session-cookie.service.js';
import { ClaimsService } from './claims.service.js';
import { InvitationsService } from './invitations.service.js';

@Controller()
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly invitations: InvitationsService,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Public()
  @Get('claims/:token')
  preview(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: claimParam }) { token }: z.output<typeof claimParam>,
  ): Promise<ClaimPreview> {
    return this.claims.preview(actor, token);
  }

  /** The link as a picture: the door holds it out to a walk-in's camera (E4). */
  @Public()
  @Get('claims/:token/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  async qr(@Param({ schema: claimParam }) { token }: z.output<typeof claimParam>): Promise<string> {
    await this.claims.preview(null, token);
    return qrSvg(`${this.config.publicUrl}/i/${token}`);
  }

  @Public()
  @Limited('claim')
  @Post('claims/:token')
  @HttpCode(200)
  async claim(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: claimParam }) { token }: z.output<typeof claimParam>,
    @Body({ schema: ClaimInput }) input: z.output<typeof ClaimInput>,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JoinAnswer> {
    const { answer, session } = await this.claims.claim(actor, token, input, deviceName(userAgent));
    if (session) this.cookie.set(reply, session);
    return answer;
  }

  @Post('events/:eventId/registrations/invite')
  @HttpCode(200)
  invite(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<InviteAnswer> {
    return this.invitations.invite(actor, eventId);
  }
}
