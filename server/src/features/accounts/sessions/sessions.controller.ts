import { Controller, Delete, Get, HttpCode, Param, Res } from '@nestjs/common';
import { idParam, type SessionView } from '@teabreak/shared';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Public } from '../../../common/public.js';
import { SessionCookie } from './session-cookie.service.js';
import { SessionsService } from './sessions.service.js';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor): Promise<SessionView[]> {
    return this.sessions.list(actor);
  }

  /** Signing out works twice: the second tap must not tell somebody who is already out to sign in. */
  @Public()
  @Delete('current')
  @HttpCode(204)
  async signOut(@CurrentActor() actor: Actor | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.revokeCurrent(actor);
    this.cookie.clear(reply);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param({ schema: idParam }) { id }: z.output<typeof idParam>): Promise<void> {
    return this.sessions.revoke(actor, id);
  }
}
