import type { AskInput, AskKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox, RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { TagInput } from '../../../components/tag-input.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { useTagSuggestions } from '../asks.queries.js';

/** What the person has allowed: whether name and screen come into it at all. */
export type AskConsents = { named: boolean; screen: boolean };
type Values = { kind: AskKind; text: string; tags: string[]; onScreen: boolean };
type Props = {
  /** Names the draft that is kept while it is being written; null keeps none. */
  draft: string | null;
  initial?: Values;
  /** What is posted already does not change its kind. */
  fixedKind?: boolean;
  consents: AskConsents;
  onSubmit: (input: AskInput) => Promise<unknown>;
};

const EMPTY: Values = { kind: 'ask', text: '', tags: [], onScreen: false };

/** Writing an ask or an offer. Each form has one `requestId`: sent twice, it is one post. */
export function AskForm({ draft, initial = EMPTY, fixedKind = false, consents, onSubmit }: Props) {
  const { t } = useTranslation('asks');
  const [requestId] = useState(newId);
  const [typed, setTyped] = useState('');
  const toInput = (values: Values): AskInput => ({
    requestId,
    ...values,
    onScreen: values.onScreen && consents.named && consents.screen,
  });
  const form = useForm({
    draft,
    initial,
    schema: () => import('@teabreak/shared').then((shared) => shared.AskInput),
    toInput,
    submit: (values) => onSubmit(toInput(values)),
  });
  const { kind } = form.values;
  return (
    <Form form={form}>
      {!fixedKind && (
        <RadioCards
          legend={t('form.kind')}
          compact
          options={(['ask', 'offer'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          {...form.field('kind')}
        />
      )}
      <TextArea
        label={t(`form.text.${kind}`)}
        hint={t('form.textHint')}
        placeholder={t(`form.placeholder.${kind}`)}
        rows={4}
        max={LIMITS.ask}
        {...form.field('text')}
      />
      <TagInput
        label={t('form.tags')}
        hint={t('form.tagsHint', { limit: LIMITS.tags })}
        optional
        suggestions={useTagSuggestions(typed)}
        onType={setTyped}
        {...form.field('tags')}
      />
      {!consents.named && <Notice>{t('form.anonymous')}</Notice>}
      {consents.named &&
        (consents.screen ? (
          <Checkbox label={t('form.onScreen')} hint={t('form.onScreenHint')} {...form.field('onScreen')} />
        ) : (
          <Notice>{t('form.noScreen')}</Notice>
        ))}
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t(fixedKind ? 'form.save' : 'form.submit')}
      </Button>
    </Form>
  );
}
