import type { Consents, Goal, JoinInput, TypedContactKind } from '@teabreak/shared';
import type { Locale } from '@teabreak/shared/limits';
import { isWeChat } from '../../lib/capabilities.js';
import { newId } from '../../lib/new-id.js';
import type { Issue, Schema } from '../../lib/schema-errors.js';

export type JoinValues = {
  /** Chosen once per draft: the same form sent twice is the same person. */
  requestId: string;
  name: string;
  contact: { kind: TypedContactKind; value: string };
  goal: Omit<Goal, 'kind'> & { kind: Goal['kind'] | null };
  consents: Consents;
};

/** P1: nothing is agreed to beforehand. */
export const NO_CONSENTS: Consents = { takePart: false, board: false, screen: false, suggestions: false };

export const emptyJoin = (locale: Locale): JoinValues => ({
  requestId: newId(),
  name: '',
  contact: { kind: isWeChat() || locale === 'zh-CN' ? 'wechat' : 'email', value: '' },
  goal: { kind: null, seeks: [], offers: [], sentence: '' },
  consents: NO_CONSENTS,
});

/** A goal without its kind is refused by the schema, at the field. */
export const joinInput = (values: JoinValues, locale: Locale): JoinInput => ({ ...values, locale }) as JoinInput;

const takesPart = (values: unknown): boolean =>
  (values as { consents?: Partial<Consents> } | null)?.consents?.takePart === true;

/** Adds to a schema that taking part was agreed to; found together with all else that is missing, not after it. */
export const withTakingPart = (schema: Schema): Schema => ({
  safeParse: (values) => {
    const result = schema.safeParse(values);
    const issues: Issue[] = result.success ? [] : [...result.error.issues];
    if (!takesPart(values))
      issues.push({ code: 'custom', path: ['consents', 'takePart'], message: '', params: { code: 'required' } });
    return issues.length ? { success: false, error: { issues } } : { success: true };
  },
});
