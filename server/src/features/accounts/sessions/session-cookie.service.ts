import { fastifyCookie } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../common/clock.js';
import { sessionCookieName } from '../../../common/session-cookie.js';
import { Config } from '../../../config/config.js';
import type { OpenSession } from './sessions.service.js';

/** Hands a session to the browser and takes it away. Lax, so that a link in a mail or a chat arrives signed in. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  set(reply: FastifyReply, session: Pick<OpenSession, 'token' | 'expiresAt'>): void {
    // Seconds from now and not a date: phones' clocks are wrong more often than one thinks.
    this.write(reply, session.token, Math.floor((session.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  private write(reply: FastifyReply, value: string, maxAge: number): void {
    const { secure } = this.config;
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge } as const;
    void reply.header('set-cookie', fastifyCookie.serialize(sessionCookieName(secure), value, options));
  }
}
