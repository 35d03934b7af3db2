import type { FieldErrorCode, Locale } from '@teabreak/shared';
import { FIELD_ERROR_MESSAGES } from '@teabreak/shared/error-codes';

/** The parts of a Zod issue that choose the sentence. Structural, so that Zod itself stays out of the first view. */
export type Issue = {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  params?: Record<string, unknown> | undefined;
};
export type Schema = {
  safeParse: (values: unknown) => { success: true } | { success: false; error: { issues: readonly Issue[] } };
};

const isList = (origin: string | undefined) => origin === 'array' || origin === 'set';

function reason(issue: Issue, value: unknown): [FieldErrorCode, unknown?] {
  if (value === undefined || value === null || value === '') return ['required'];
  const custom = issue.params?.code;
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return ['too_long', issue.maximum];
      return isList(issue.origin) ? ['too_many', issue.maximum] : ['out_of_range'];
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? ['required'] : ['too_short', issue.minimum];
      return isList(issue.origin) ? ['too_few', issue.minimum] : ['out_of_range'];
    case 'invalid_value':
      return ['not_allowed'];
    case 'custom':
      return [
        typeof custom === 'string' && custom in FIELD_ERROR_MESSAGES ? (custom as FieldErrorCode) : 'invalid_format',
      ];
    default:
      return ['invalid_format'];
  }
}

const valueAt = (values: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], values);

/** Field ("agenda.0.endsAt") → the sentence the server would give. Empty: nothing to correct. */
export function schemaErrors(schema: Schema, values: unknown, language: Locale): Record<string, string> {
  const result = schema.safeParse(values);
  if (result.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const [code, limit] = reason(issue, valueAt(values, issue.path));
    const sentence = FIELD_ERROR_MESSAGES[code][language === 'en' ? 'en' : 'zh'];
    errors[issue.path.map(String).join('.')] ??= sentence.replace('{limit}', String(limit));
  }
  return errors;
}
