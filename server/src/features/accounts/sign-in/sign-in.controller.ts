import { Body, Controller, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { type MeAnswer, SignInCodeInput, type SignInCodeRequested, SignInInput } from '@teabreak/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { deviceName } from '../../../common/device-name.js';
import { Public } from '../../../common/public.js';
import { addressKey } from '../../../common/rate-limits/address-key.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { RateLimits } from '../../../common/rate-limits/rate-limits.js';
import { AccountsService } from '../accounts.service.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly accounts: AccountsService,
    private readonly limits: RateLimits,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Limited('sign-in-code')
  @Post('sign-in/codes')
  @HttpCode(202)
  requestCode(@Body({ schema: SignInCodeInput }) input: SignInCodeInput): Promise<SignInCodeRequested> {
    return this.signIn.requestCode(input);
  }

  @Public()
  @Limited('sign-in')
  @Post('sign-in/sessions')
  async open(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor | null,
    @Body({ schema: SignInInput }) input: SignInInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    const address = addressKey(request.ip);
    await this.limits.count('wrong-code', address);
    const session = await this.signIn.signIn(input, actor, deviceName(request.headers['user-agent']));
    await this.limits.refund('wrong-code', address);
    this.cookie.set(reply, session);
    return (await this.accounts.describe(session.accountId)) ?? { signedIn: false };
  }

  /** An address for the account one has, by a code that was mailed there. */
  @Limited('sign-in')
  @Put('me/email')
  async prove(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Body({ schema: SignInInput }) input: SignInInput,
  ): Promise<MeAnswer> {
    const address = addressKey(request.ip);
    await this.limits.count('wrong-code', address);
    await this.signIn.prove(actor, input);
    await this.limits.refund('wrong-code', address);
    return this.accounts.me(actor);
  }
}
