import { useQueryClient } from '@tanstack/react-query';
import type { MyRegistration } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { SaveBar } from '../../../components/save-bar.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useSavedForm } from '../../../lib/saved-form.js';
import { saveRegistration } from '../registrations.mutations.js';
import { registrationQuery } from '../registrations.queries.js';
import styles from './me-sections.module.css';

export function PersonForm({ registration }: { registration: MyRegistration }) {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const { eventId, name, headline, recognise } = registration;
  const form = useSavedForm({
    initial: { name, headline, recognise },
    schema: () => import('@teabreak/shared').then((shared) => shared.RegistrationUpdate),
    submit: (values) => saveRegistration(eventId, values),
    onDone: (saved) => client.setQueryData(registrationQuery(eventId).queryKey, saved),
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <TextField label={t('person.name')} autoComplete="name" maxLength={LIMITS.name * 2} {...form.field('name')} />
      <TextField
        label={t('person.headline')}
        placeholder={t('person.headlinePlaceholder')}
        optional
        {...form.field('headline')}
      />
      <TextField
        label={t('person.recognise')}
        hint={t('person.recogniseHint')}
        placeholder={t('person.recognisePlaceholder')}
        optional
        {...form.field('recognise')}
      />
      <SaveBar state={form.state} failure={form.failure} />
    </form>
  );
}
