import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Locale, SiteRole } from '@teabreak/shared';
import type { FastifyRequest } from 'fastify';

/** Who sends a request or holds a socket. */
export interface Actor {
  accountId: string;
  sessionId: string;
  /** Of the request, else the account's. */
  locale: Locale;
  siteRole: SiteRole;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

/** The signed-in person; on a `@Public()` route null when nobody is signed in. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => context.switchToHttp().getRequest<FastifyRequest>().actor,
);
