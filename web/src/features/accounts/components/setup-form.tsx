import type { SetupInput } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { currentLanguage, useTranslation } from '../../../lib/i18n.js';
import { setUp, useSessionChanged } from '../accounts.mutations.js';

export function SetupForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const sessionChanged = useSessionChanged();
  const toInput = (values: { name: string; email: string }): SetupInput => ({
    ...values,
    token,
    locale: currentLanguage(),
  });
  const form = useForm({
    draft: 'setup',
    initial: { name: '', email: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.SetupInput),
    toInput,
    submit: (values) => setUp(toInput(values)),
    onDone: () => void sessionChanged().then(onDone, onDone),
  });
  return (
    <Form form={form}>
      <TextField label={t('setup.name')} autoComplete="name" {...form.field('name')} />
      <TextField
        label={t('email')}
        hint={t('setup.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...form.field('email')}
      />
      <FormFailure failure={form.failure} />
      <Button type="submit" size="l" full busy={form.submitting}>
        {t('setup.submit')}
      </Button>
    </Form>
  );
}
