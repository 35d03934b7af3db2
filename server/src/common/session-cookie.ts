import { fastifyCookie } from '@fastify/cookie';

/** `__Host-` binds the cookie to https and to this very host; browsers refuse it over http, so a LAN trial needs the other name. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-teabreak_session' : 'teabreak_session';
}

/** The session token in a Cookie header, or null. Takes whatever a socket handshake may carry. */
export function sessionTokenIn(cookieHeader: unknown, secure: boolean): string | null {
  if (typeof cookieHeader !== 'string') return null;
  return fastifyCookie.parse(cookieHeader)[sessionCookieName(secure)] ?? null;
}
