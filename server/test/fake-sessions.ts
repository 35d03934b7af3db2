import { Global, Module } from '@nestjs/common';
import type { Locale } from '@teabreak/shared';
import type { Actor } from '../src/common/actor.js';
import { SessionLookup } from '../src/common/session-lookup.js';

const people = new Map<string, Actor>();

/** Signs somebody in, for tests of the platform without the accounts feature, and returns the Cookie header. */
export function signIn(name: string, locale: Locale = 'en'): string {
  people.set(name, { accountId: `account-${name}`, sessionId: `session-${name}`, locale, siteRole: 'none' });
  return `teabreak_session=${name}`;
}

@Global()
@Module({
  providers: [{ provide: SessionLookup, useValue: { find: async (token: string) => people.get(token) ?? null } }],
  exports: [SessionLookup],
})
export class FakeSessionsModule {}
