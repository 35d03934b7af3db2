import { useQueryClient } from '@tanstack/react-query';
import type { MyRegistration } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { PageHeader } from '../../../components/page-header.js';
import { FormFailure } from '../../../components/states.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { NO_CONSENTS, withTakingPart } from '../join-values.js';
import { saveRegistration } from '../registrations.mutations.js';
import { registrationQuery } from '../registrations.queries.js';
import { CancelPlace } from './cancel-place.js';
import { ConsentFields } from './consent-fields.js';

/**
 * P1: who was put on the list by the hosts and came in by a code has agreed to nothing yet. Asked once, before anything is shown
 * to them or of them.
 */
export function AgreeFirst({ registration: { eventId, name } }: { registration: MyRegistration }) {
  const { t } = useTranslation('agree');
  const join = useTranslation('join');
  const client = useQueryClient();
  const form = useForm({
    draft: null,
    initial: { consents: NO_CONSENTS },
    schema: () => import('@teabreak/shared').then((shared) => withTakingPart(shared.RegistrationUpdate)),
    submit: (values) => saveRegistration(eventId, values),
    onDone: (saved) => client.setQueryData(registrationQuery(eventId).queryKey, saved),
  });
  return (
    <>
      <PageHeader title={t('title', { name })} lead={t('lead')} />
      <Form form={form}>
        <h2>{join.t('consents')}</h2>
        <p>{join.t('consentsLead')}</p>
        <ConsentFields
          value={form.values.consents}
          onChange={(consents) => form.set('consents', consents)}
          errors={form.errors}
        />
        {Object.keys(form.errors).length === 0 && <FormFailure failure={form.failure} />}
        <Button type="submit" size="l" full busy={form.submitting}>
          {t('enter')}
        </Button>
      </Form>
      <h2>{t('ratherNot')}</h2>
      <CancelPlace eventId={eventId} onCancelled={() => {}} />
    </>
  );
}
