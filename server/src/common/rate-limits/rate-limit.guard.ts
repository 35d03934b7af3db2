import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { addressKey } from './address-key.js';
import { LIMITED_ROUTE } from './limited.js';
import { RATE_LIMITS, type RateLimitName, RateLimits } from './rate-limits.js';

/** Runs after the session's guard: what is counted by account needs to know whose it is. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<RateLimitName | undefined>(LIMITED_ROUTE, context.getHandler());
    if (name !== undefined) await this.limits.count(name, keyOf(name, context.switchToHttp().getRequest()));
    return true;
  }
}

function keyOf(name: RateLimitName, { actor, ip }: FastifyRequest): string {
  return RATE_LIMITS[name].per === 'account' && actor ? actor.accountId : addressKey(ip);
}
