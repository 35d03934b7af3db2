import { useQueryClient } from '@tanstack/react-query';
import type { ContactKind, WalkInAnswer, WalkInInput } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { FieldRow, Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { Select, TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { walkIn } from '../guests.mutations.js';
import { guestsKey } from '../guests.queries.js';

const KINDS = ['wechat', 'phone', 'email'] as const satisfies readonly ContactKind[];
type Values = { name: string; kind: (typeof KINDS)[number]; contact: string };
type Props = { eventId: string; gate: string; onDone: (answer: WalkInAnswer) => void };

/** Somebody at the door without a ticket (E4): a name lets them in. */
export function WalkInForm({ eventId, gate, onDone }: Props) {
  const { t, language } = useTranslation('guests');
  const client = useQueryClient();
  const [requestId] = useState(newId);
  const inputOf = ({ name, kind, contact }: Values): WalkInInput => ({
    requestId,
    name,
    gate,
    ...(contact.trim() && { contact: { kind, value: contact } }),
  });
  const form = useForm<Values, WalkInAnswer>({
    draft: null,
    initial: { name: '', kind: language === 'zh-CN' ? 'wechat' : 'email', contact: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.WalkInInput),
    toInput: inputOf,
    submit: (values) => walkIn(eventId, inputOf(values)),
    onDone: (answer) => {
      void client.invalidateQueries({ queryKey: guestsKey(eventId) });
      onDone(answer);
    },
  });
  return (
    <Form form={form}>
      <TextField label={t('walkIn.name')} autoCapitalize="words" {...form.field('name')} />
      <FieldRow>
        <Select
          label={t('walkIn.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: t(`walkIn.kinds.${kind}`) }))}
          {...form.field('kind')}
        />
        <TextField
          label={t(`walkIn.kinds.${form.values.kind}`)}
          optional
          autoCapitalize="none"
          {...form.field('contact')}
          error={form.errors['contact.value'] ?? form.errors.contact}
        />
      </FieldRow>
      <FormFailure failure={form.failure} />
      <Button type="submit" size="l" busy={form.submitting}>
        {t('walkIn.submit')}
      </Button>
    </Form>
  );
}
