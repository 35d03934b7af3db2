import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { DomainError } from './domain-error.js';
import { PUBLIC_ROUTE } from './public.js';
import { requestLocale } from './request-locale.js';
import { sessionTokenIn } from './session-cookie.js';
import { SessionLookup } from './session-lookup.js';

/** Every route needs a session unless it is marked `@Public()`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = sessionTokenIn(request.headers.cookie, this.config.secure);
    const actor = token === null ? null : await this.sessions().find(token);
    const languages = request.headers['accept-language'];
    // What is answered is read on this phone, in its language; the account's own is for mails.
    request.actor = actor && languages ? { ...actor, locale: requestLocale(languages) } : actor;
    if (request.actor || this.isPublic(context)) return true;
    throw new DomainError(token === null ? 'not_signed_in' : 'session_ended');
  }

  /** Provided by the accounts feature, which itself needs this module; so it is looked up when needed. */
  private sessions(): SessionLookup {
    return this.modules.get(SessionLookup, { strict: false });
  }

  private isPublic(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [context.getHandler(), context.getClass()]) === true;
  }
}
