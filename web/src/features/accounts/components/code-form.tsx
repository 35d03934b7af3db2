import type { MeAnswer } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { signIn, useSessionChanged } from '../accounts.mutations.js';
import type { CodeAsked } from './code-request-form.js';

type Props = { asked: CodeAsked; onSignedIn: (me: MeAnswer) => void; onAgain: () => void };

/** Step two: the six digits. Full-width digits and spaces, as keyboards and mails produce them, count as digits. */
export function CodeForm({ asked, onSignedIn, onAgain }: Props) {
  const { t } = useTranslation('accounts');
  const sessionChanged = useSessionChanged();
  const toInput = ({ code }: { code: string }) => ({
    requestId: asked.requestId,
    code: code.normalize('NFKC').replace(/\D/gu, ''),
  });
  const form = useForm({
    draft: null,
    initial: { code: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.SignInInput),
    toInput,
    submit: async (values) => {
      await signIn(toInput(values));
      return sessionChanged();
    },
    onDone: onSignedIn,
  });
  return (
    <Form form={form}>
      <p>{t('signIn.sent', { email: asked.email })}</p>
      <TextField
        label={t('signIn.code')}
        code
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        {...form.field('code')}
      />
      <FormFailure failure={form.failure} />
      <Button type="submit" size="l" full busy={form.submitting}>
        {t('common:signIn')}
      </Button>
      <Button variant="quiet" full onClick={onAgain}>
        {t('signIn.again')}
      </Button>
    </Form>
  );
}
