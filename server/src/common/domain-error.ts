import { ERROR_CODES, type ErrorCode, type FieldErrorCode } from '@teabreak/shared';

export type MessageParams = Record<string, string | number>;
export interface RefusedField {
  /** Path in the input: `agenda.0.title`. */
  field: string;
  code: FieldErrorCode;
  params?: MessageParams;
}
export interface DomainErrorDetails {
  /** The one field that is to blame; it carries the error's own sentence. */
  field?: string;
  /** Fields with a sentence each. */
  fields?: RefusedField[];
  /** Fills `{name}` in the sentence. */
  params?: MessageParams;
}

/** A refusal with a code of the closed list. Becomes an HTTP answer or a socket acknowledgement in the reader's language. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details: DomainErrorDetails = {},
  ) {
    super(code);
    this.status = ERROR_CODES[code].status;
  }
}
