import { HttpException } from '@nestjs/common';
import { type ApiErrorBody, ERROR_CODES, FIELD_ERROR_MESSAGES, type Locale } from '@teabreak/shared';
import { z } from 'zod';
import { isDatabaseUnavailable, isOwnerGone, isUnstorableText } from '../database/database-failure.js';
import { DomainError, type MessageParams } from './domain-error.js';
import { invalidInput } from './schema-issues.js';

export interface ErrorAnswer {
  status: number;
  body: ApiErrorBody;
  /** Seconds after which to try again, where that helps. */
  retryAfter?: number;
}

/** Seconds that a client waits when the database is away for a moment. */
const RETRY_AFTER = 2;
/** What stands in for a parameter that was not given. */
const DEFAULT_PARAMS: MessageParams = { seconds: 60, limit: '100 kB' };

/**
 * Says any error in the closed list of codes, or null when it is our own fault.
 * Shared by HTTP and sockets, so that both refuse in the same words.
 */
export function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof z.ZodError) return invalidInput(error.issues);
  if (isDatabaseUnavailable(error)) return new DomainError('unavailable');
  if (isOwnerGone(error)) return new DomainError('not_found');
  if (isUnstorableText(error)) return new DomainError('invalid_input');
  if (error instanceof HttpException) return fromHttpStatus(error.getStatus());
  return null;
}

/** The answer to a known refusal, in the reader's language. */
export function answerTo(error: DomainError, locale: Locale): ErrorAnswer {
  const message = sentence(ERROR_CODES[error.code], locale, error.details.params);
  const fields = [
    ...(error.details.field === undefined
      ? []
      : [{ field: error.details.field, code: 'not_allowed' as const, message }]),
    ...(error.details.fields ?? []).map(({ field, code, params }) => ({
      field,
      code,
      message: sentence(FIELD_ERROR_MESSAGES[code], locale, params),
    })),
  ];
  const seconds = error.details.params?.seconds;
  return {
    status: error.status,
    body: { code: error.code, message, ...(fields.length > 0 && { fields }) },
    ...(error.code === 'unavailable' && { retryAfter: RETRY_AFTER }),
    ...(error.code === 'too_many_requests' && { retryAfter: Number(seconds ?? DEFAULT_PARAMS.seconds) }),
  };
}

function fromHttpStatus(status: number): DomainError | null {
  switch (status) {
    case 400:
      return new DomainError('invalid_json');
    case 401:
      return new DomainError('not_signed_in');
    case 403:
      return new DomainError('not_allowed');
    case 404:
    case 405:
    case 414:
      return new DomainError('not_found');
    case 413:
      return new DomainError('too_large');
    case 415:
      return new DomainError('unsupported_media');
    case 429:
      return new DomainError('too_many_requests');
    case 503:
      return new DomainError('unavailable');
    default:
      return null;
  }
}

function sentence(texts: { en: string; zh: string }, locale: Locale, params: MessageParams = {}): string {
  const text = locale === 'zh-CN' ? texts.zh : texts.en;
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(params[name] ?? DEFAULT_PARAMS[name] ?? ''));
}
