import type { FollowUpView, TouchKind } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { useTouch } from '../follow-ups.mutations.js';
import { useDay } from './days.js';

const KINDS = ['message', 'call', 'met', 'helped', 'asked-favour'] as const satisfies TouchKind[];

/** What was done, in one tap and, if one likes, one line (F3). */
export function DoneForm({ followUp, onDone }: { followUp: FollowUpView; onDone: () => void }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  const send = useTouch(followUp.id);
  const [requestId] = useState(newId);
  const form = useForm({
    draft: `touch-${followUp.id}-${followUp.touches}`,
    initial: { kind: 'message' as TouchKind, line: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.TouchInput),
    toInput: (values) => ({ ...values, requestId }),
    submit: (values) => send({ ...values, requestId }),
    onDone: ({ dueOn }) => {
      toast(t('done.saved', { day: day(dueOn) }));
      onDone();
    },
  });
  return (
    <Form form={form}>
      <RadioCards<TouchKind>
        compact
        legend={t('done.what')}
        {...form.field('kind')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField label={t('done.line')} hint={t('done.lineHint')} optional maxLength={280} {...form.field('line')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('done.save')}
      </Button>
    </Form>
  );
}
