import { useQueryClient } from '@tanstack/react-query';
import type { MyRegistration } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { saveRegistration } from '../registrations.mutations.js';
import { registrationQuery } from '../registrations.queries.js';

/** I7: in the room it is time to say how one is found there. Asked where it is missing, answered on the spot. */
export function RecogniseCard({ eventId }: Pick<MyRegistration, 'eventId'>) {
  const { t } = useTranslation('arrival');
  const client = useQueryClient();
  const form = useForm({
    draft: `recognise-${eventId}`,
    initial: { recognise: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.RegistrationUpdate),
    submit: (values) => saveRegistration(eventId, values),
    onDone: (saved) => {
      client.setQueryData(registrationQuery(eventId).queryKey, saved);
      if (saved.recognise) toast(t('recognise.saved'));
    },
  });
  return (
    <Card tone="glaze">
      <Form form={form}>
        <TextField
          label={t('recognise.label')}
          hint={t('recognise.hint')}
          placeholder={t('recognise.placeholder')}
          maxLength={LIMITS.recognise * 2}
          {...form.field('recognise')}
        />
        <FormFailure failure={form.failure} />
        <Button
          type="submit"
          variant="secondary"
          full
          busy={form.submitting}
          disabled={form.values.recognise.trim() === ''}
        >
          {t('recognise.save')}
        </Button>
      </Form>
    </Card>
  );
}
