import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';
import { answerTo, asDomainError } from './error-answer.js';
import { Logger } from './logger.js';
import { requestLocale } from './request-locale.js';

/** Turns whatever a route, guard, pipe or hook threw into `{ code, message, fields? }`. */
@Catch()
@Injectable()
export class DomainErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = answerTo(
      asDomainError(error) ?? this.ownFault(error, request),
      requestLocale(request.headers['accept-language']),
    );
    // A stream that broke after its first byte cannot become an error answer any more.
    if (reply.sent) return;
    if (answer.retryAfter !== undefined) void reply.header('retry-after', answer.retryAfter);
    void reply
      .status(answer.status)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(answer.body);
  }

  /**
   * The person gets a reference, the log gets the error; the two meet by the reference. The route's pattern and not the path:
   * personal links, projectors and cards carry their secret in it.
   */
  private ownFault(error: unknown, request: FastifyRequest): DomainError {
    const reference = randomUUID().slice(0, 8);
    this.logger.error({ error, reference, method: request.method, route: request.routeOptions.url }, 'request failed');
    return new DomainError('internal', { params: { reference } });
  }
}
