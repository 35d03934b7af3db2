import type { AskThread } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { markAnswered, useAsksChanged } from '../asks.mutations.js';

type Props = { eventId: string; askId: string; helpers: readonly AskThread[]; onDone: () => void };

const NOBODY = 'nobody';

/** Who helped, and a line of thanks that the helper keeps. */
export function AnsweredForm({ eventId, askId, helpers, onDone }: Props) {
  const { t } = useTranslation('asks');
  const changed = useAsksChanged(eventId);
  const form = useForm({
    draft: `answered-${askId}`,
    initial: { who: helpers[0]?.id ?? NOBODY, thanks: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.AnsweredInput),
    toInput: inputOf,
    submit: (values) => markAnswered(eventId, askId, inputOf(values)),
    onDone: () => {
      void changed();
      onDone();
    },
  });
  const helper = helpers.find(({ id }) => id === form.values.who);
  return (
    <Form form={form}>
      {helpers.length > 0 && (
        <RadioCards
          legend={t('answered.who')}
          options={[
            ...helpers.map(({ id, other }) => ({ value: id, label: other?.name ?? t('somebody') })),
            { value: NOBODY, label: t('answered.otherwise') },
          ]}
          {...form.field('who')}
        />
      )}
      {helper && (
        <TextField
          label={t('answered.thanks')}
          hint={t('answered.thanksHint', { name: helper.other?.name ?? '' })}
          optional
          {...form.field('thanks')}
        />
      )}
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('answered.submit')}
      </Button>
    </Form>
  );
}

function inputOf({ who, thanks }: { who: string; thanks: string }) {
  return who === NOBODY ? { threadId: null, thanks: '' } : { threadId: who, thanks };
}
