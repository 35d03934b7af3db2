import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { DomainError } from './domain-error.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Types that a foreign page cannot send without asking first (JSON), and the one of our upload routes. */
const ACCEPTED_TYPES = /^(application\/json|multipart\/form-data)\s*(;|$)/iu;

export interface RequestFacts {
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Refuses a change that another site may have triggered in a signed-in browser. With an Origin it must be ours; browsers
 * that leave it out tell by Sec-Fetch-Site; what has neither is not a page, and says so with our own header.
 * @throws DomainError `foreign_origin` or `unsupported_media`
 */
export function assertOwnOrigin({ method, headers }: RequestFacts, allowedOrigins: readonly string[]): void {
  if (SAFE_METHODS.has(method)) return;
  if (!isOwnPage(headers, allowedOrigins)) throw new DomainError('foreign_origin');
  const type = headers['content-type'];
  if (hasBody(headers) && (typeof type !== 'string' || !ACCEPTED_TYPES.test(type)))
    throw new DomainError('unsupported_media');
}

/** Runs before bodies are read, on every route, those outside of Nest included. */
export function guardOrigins(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', async (request: FastifyRequest) => assertOwnOrigin(request, config.allowedOrigins()));
}

/** True for a request that a page of ours, or no page at all, has made. */
export function isOwnPage(headers: RequestFacts['headers'], allowedOrigins: readonly string[]): boolean {
  const { origin } = headers;
  if (origin !== undefined) return typeof origin === 'string' && allowedOrigins.includes(origin);
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers['x-teabreak'] === '1';
}

function hasBody(headers: RequestFacts['headers']): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    (headers['content-length'] !== undefined && headers['content-length'] !== '0')
  );
}
