import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { type MeAnswer, ReturnInput, SetupInput } from '@teabreak/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { deviceName } from '../../../common/device-name.js';
import { Public } from '../../../common/public.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { AccountsService } from '../accounts.service.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import type { SignedIn } from '../sign-in/sign-in.service.js';
import { SetupService } from './setup.service.js';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly accounts: AccountsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Limited('setup')
  @Public()
  @Post()
  async setUp(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor | null,
    @Body({ schema: SetupInput }) input: SetupInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    return this.welcome(await this.setup.setUp(input, actor, deviceName(request.headers['user-agent'])), reply);
  }

  @Limited('setup')
  @Public()
  @Post('return')
  async return(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor | null,
    @Body({ schema: ReturnInput }) { token }: ReturnInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    return this.welcome(await this.setup.return(token, actor, deviceName(request.headers['user-agent'])), reply);
  }

  private async welcome(session: SignedIn, reply: FastifyReply): Promise<MeAnswer> {
    this.cookie.set(reply, session);
    return (await this.accounts.describe(session.accountId)) ?? { signedIn: false };
  }
}
