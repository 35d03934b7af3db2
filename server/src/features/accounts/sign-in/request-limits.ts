import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../common/domain-error.js';

/**
 * Requests per network address in ten minutes, per server process. Generous, because a whole venue shares one address; what
 * protects an account (codes per mail address, tries per code) is counted in the database.
 */
const PER_TEN_MINUTES = { code: 300, guess: 900, setup: 60 };
export type LimitedRequest = keyof typeof PER_TEN_MINUTES;

@Injectable()
export class RequestLimits {
  private readonly limiters = new Map(
    Object.entries(PER_TEN_MINUTES).map(([name, points]) => [name, new RateLimiterMemory({ points, duration: 600 })]),
  );

  /** @throws DomainError `too_many_requests` with the seconds to wait */
  async count(request: LimitedRequest, address: string): Promise<void> {
    try {
      await this.limiters.get(request)?.consume(address);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError('too_many_requests', { params: { seconds: Math.ceil(refusal.msBeforeNext / 1000) } });
    }
  }
}
