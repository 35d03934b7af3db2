import type { Goal, GoalKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { useState } from 'react';
import { TagInput } from '../../../components/tag-input.js';
import { TextArea } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useVocabulary } from '../goals.queries.js';
import { GoalKindPicker } from './goal-kind-picker.js';

/** A goal while it is being written: the kind is chosen by the person, never for them. */
export type GoalDraft = Omit<Goal, 'kind'> & { kind: GoalKind | null };

export const EMPTY_GOAL: GoalDraft = { kind: null, seeks: [], offers: [], sentence: '' };

type Props = {
  value: GoalDraft;
  onChange: (goal: GoalDraft) => void;
  /** The form's errors by path. */
  errors: Record<string, string>;
  /** Where the goal lies in the form: `goal.` when it is the field `goal`, nothing when it is the whole form. */
  prefix?: string;
};

/** Kind, seeks, offers and one sentence (G1), with examples that fit the kind. */
export function GoalFields({ value, onChange, errors, prefix = '' }: Props) {
  const { t } = useTranslation('goals');
  const example = (field: string) => (value.kind ? t(`example.${value.kind}.${field}`) : undefined);
  const tagsError = (field: string) =>
    errors[`${prefix}${field}`] ?? Object.entries(errors).find(([path]) => path.startsWith(`${prefix}${field}.`))?.[1];
  return (
    <>
      <GoalKindPicker
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        error={errors[`${prefix}kind`] && t('needKind')}
      />
      <Tags
        label={t('seeks')}
        hint={t('seeksHint', { limit: LIMITS.tags })}
        name={`${prefix}seeks`}
        placeholder={example('seeks')}
        error={tagsError('seeks')}
        value={value.seeks}
        onChange={(seeks) => onChange({ ...value, seeks })}
      />
      <Tags
        label={t('offers')}
        hint={t('offersHint', { limit: LIMITS.tags })}
        name={`${prefix}offers`}
        placeholder={example('offers')}
        error={tagsError('offers')}
        value={value.offers}
        onChange={(offers) => onChange({ ...value, offers })}
      />
      <TextArea
        label={t('sentence')}
        hint={t('sentenceHint')}
        name={`${prefix}sentence`}
        placeholder={example('sentence')}
        error={errors[`${prefix}sentence`]}
        max={LIMITS.sentence}
        rows={3}
        optional
        value={value.sentence}
        onChange={(sentence) => onChange({ ...value, sentence })}
      />
    </>
  );
}

type TagsProps = {
  label: string;
  hint: string;
  name: string;
  placeholder: string | undefined;
  error: string | undefined;
  value: string[];
  onChange: (tags: string[]) => void;
};

function Tags(props: TagsProps) {
  const [typed, setTyped] = useState('');
  return <TagInput {...props} optional suggestions={useVocabulary(typed)} onType={setTyped} />;
}
