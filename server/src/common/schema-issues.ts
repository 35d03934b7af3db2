import type { FieldErrorCode } from '@teabreak/shared';
import { FIELD_ERROR_MESSAGES } from '@teabreak/shared';
import type { z } from 'zod';
import { DomainError, type RefusedField } from './domain-error.js';

/** Beyond this many the form is hopeless, and an attacker would choose the size of our answer. */
const MAX_FIELDS = 50;

type Issue = z.core.$ZodIssue;
type Refusal = Omit<RefusedField, 'field'>;

/** The error for input that its schema refuses; every refused field is named. */
export function invalidInput(issues: readonly Issue[]): DomainError {
  return new DomainError('invalid_input', { fields: issues.flatMap(refusedFields).slice(0, MAX_FIELDS) });
}

function refusedFields(issue: Issue): RefusedField[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...path, key].join('.').slice(0, 200), code: 'unknown_field' }));
  return [{ field: path.join('.').slice(0, 200), ...refusal(issue) }];
}

function refusal(issue: Issue): Refusal {
  switch (issue.code) {
    case 'invalid_type':
      // Zod leaves the input out of its issues; the message is the only trace of a missing value.
      return { code: /received (undefined|null)$/u.test(issue.message) ? 'required' : 'invalid_format' };
    case 'too_big':
      return tooMuch(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooLittle(issue.origin, Number(issue.minimum));
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'not_allowed' };
    case 'custom':
      return { code: customCode(issue.params) };
    default:
      return { code: 'invalid_format' };
  }
}

function tooMuch(origin: string, limit: number): Refusal {
  if (origin === 'string') return { code: 'too_long', params: { limit } };
  return origin === 'array' || origin === 'set' ? { code: 'too_many', params: { limit } } : { code: 'out_of_range' };
}

function tooLittle(origin: string, limit: number): Refusal {
  if (origin === 'string') return limit === 1 ? { code: 'required' } : { code: 'too_short', params: { limit } };
  return origin === 'array' || origin === 'set' ? { code: 'too_few', params: { limit } } : { code: 'out_of_range' };
}

/** A schema's own check names its code: `refine(test, { params: { code: 'ends_before_start' } })`. */
function customCode(params: Record<string, unknown> | undefined): FieldErrorCode {
  const code = params?.code;
  return typeof code === 'string' && Object.hasOwn(FIELD_ERROR_MESSAGES, code)
    ? (code as FieldErrorCode)
    : 'invalid_format';
}
