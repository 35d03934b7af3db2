import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type MeAnswer, SignInCodeInput, type SignInCodeRequested, SignInInput } from '@teabreak/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { deviceName } from '../../../common/device-name.js';
import { Public } from '../../../common/public.js';
import { AccountsService } from '../accounts.service.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import { RequestLimits } from './request-limits.js';
import { SignInService } from './sign-in.service.js';

@Public()
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly accounts: AccountsService,
    private readonly limits: RequestLimits,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('codes')
  @HttpCode(202)
  async requestCode(
    @Req() request: FastifyRequest,
    @Body({ schema: SignInCodeInput }) input: SignInCodeInput,
  ): Promise<SignInCodeRequested> {
    await this.limits.count('code', request.ip);
    return this.signIn.requestCode(input);
  }

  @Post('sessions')
  async open(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor | null,
    @Body({ schema: SignInInput }) input: SignInInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    await this.limits.count('guess', request.ip);
    const session = await this.signIn.signIn(input, actor, deviceName(request.headers['user-agent']));
    this.cookie.set(reply, session);
    return (await this.accounts.describe(session.accountId)) ?? { signedIn: false };
  }
}
