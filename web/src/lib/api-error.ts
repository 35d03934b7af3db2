import type { ErrorCode, FieldError } from '@teabreak/shared';

/** What the phone itself finds out, beside the server's closed list. */
export type ClientErrorCode = 'offline' | 'timeout' | 'unreadable';

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** HTTP status, 0 when no answer came. */
    readonly status: number,
    readonly code: ErrorCode | ClientErrorCode,
    /** In the reader's language when the server wrote it; empty for the client's own codes. */
    message: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
  }

  /** No answer came: what was asked may or may not have happened. */
  get unanswered(): boolean {
    return this.status === 0;
  }
}

/** The sentence for the person. */
export function errorMessage(error: unknown, t: (key: string) => string): string {
  if (!(error instanceof ApiError)) return t('common:error.unknown');
  return error.message || t(`common:error.${error.code}`);
}
