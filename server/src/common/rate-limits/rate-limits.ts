import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../domain-error.js';

/**
 * How often, per server process. By `address` what needs no session: a whole venue shares one, so 500 guests within two
 * minutes are an event and no attack. By `account` what reaches other people or makes work for all: more than anybody taps.
 */
export const RATE_LIMITS = {
  join: { per: 'address', points: 600, seconds: 120 },
  claim: { per: 'address', points: 600, seconds: 120 },
  demo: { per: 'address', points: 600, seconds: 120 },
  'sign-in-code': { per: 'address', points: 600, seconds: 120 },
  'sign-in': { per: 'address', points: 1800, seconds: 120 },
  /** Tries per code are counted in the database; this one stops who tries a few on each of very many codes. */
  'wrong-code': { per: 'address', points: 300, seconds: 600 },
  setup: { per: 'address', points: 60, seconds: 600 },
  message: { per: 'account', points: 40, seconds: 60 },
  presence: { per: 'account', points: 120, seconds: 60 },
  encounter: { per: 'account', points: 120, seconds: 600 },
  'follow-up': { per: 'account', points: 200, seconds: 600 },
  'digest-stop': { per: 'address', points: 60, seconds: 600 },
  'my-data': { per: 'account', points: 10, seconds: 3600 },
  'voice-note': { per: 'account', points: 60, seconds: 600 },
  'card-exchange': { per: 'account', points: 120, seconds: 600 },
  acquaintance: { per: 'account', points: 60, seconds: 600 },
  introduction: { per: 'account', points: 40, seconds: 600 },
  ask: { per: 'account', points: 20, seconds: 600 },
  'ask-help': { per: 'account', points: 60, seconds: 600 },
  'guest-import': { per: 'account', points: 30, seconds: 600 },
  /** A slider that is dragged asks after it rests; each answer is a whole room matched anew. */
  'match-preview': { per: 'account', points: 120, seconds: 120 },
  report: { per: 'account', points: 20, seconds: 3600 },
  /** 31⁶ codes are too many to find one of a thousand at this pace. */
  'wrong-card-code': { per: 'account', points: 10, seconds: 60 },
} as const satisfies Record<string, { per: 'address' | 'account'; points: number; seconds: number }>;
export type RateLimitName = keyof typeof RATE_LIMITS;

@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterMemory>(
    Object.entries(RATE_LIMITS).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ points, duration: seconds }),
    ]),
  );

  /**
   * Counts one, before it is known how it ends: many at the same time cannot overtake the count.
   * @throws DomainError `too_many_requests` with the seconds to wait
   */
  async count(name: RateLimitName, key: string): Promise<void> {
    try {
      await this.limiters.get(name)?.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError('too_many_requests', { params: { seconds: Math.ceil(refusal.msBeforeNext / 1000) } });
    }
  }

  /** Takes one count back: it was no miss after all. */
  async refund(name: RateLimitName, key: string): Promise<void> {
    await this.limiters.get(name)?.reward(key);
  }
}
