import type { SignInCodeRequested } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { currentLanguage, useTranslation } from '../../../lib/i18n.js';
import { requestCode } from '../accounts.mutations.js';

export type CodeAsked = SignInCodeRequested & { email: string };

/** Step one: where to send the code. */
export function CodeRequestForm({ onAsked }: { onAsked: (asked: CodeAsked) => void }) {
  const { t } = useTranslation('accounts');
  const toInput = ({ email }: { email: string }) => ({ email, locale: currentLanguage() });
  const form = useForm({
    draft: 'sign-in',
    initial: { email: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.SignInCodeInput),
    toInput,
    submit: (values) => requestCode(toInput(values)),
    onDone: (answer, { email }) => onAsked({ ...answer, email }),
  });
  return (
    <Form form={form}>
      <TextField label={t('email')} type="email" inputMode="email" autoComplete="email" {...form.field('email')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" size="l" full busy={form.submitting}>
        {t('signIn.sendCode')}
      </Button>
    </Form>
  );
}
