import { fastifyCookie } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sessionCookieName } from '../../../common/session-cookie.js';
import { Config } from '../../../config/config.js';
import type { OpenSession } from './sessions.service.js';

/** Hands a session to the browser and takes it away. Lax, so that a link in a mail or a chat arrives signed in. */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  set(reply: FastifyReply, session: Pick<OpenSession, 'token' | 'expiresAt'>): void {
    this.write(reply, session.token, session.expiresAt);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', new Date(0));
  }

  private write(reply: FastifyReply, value: string, expires: Date): void {
    const { secure } = this.config;
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, expires } as const;
    void reply.header('set-cookie', fastifyCookie.serialize(sessionCookieName(secure), value, options));
  }
}
