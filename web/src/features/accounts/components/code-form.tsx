import type { SignInInput } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { CodeAsked } from './code-request-form.js';

type Props<R> = {
  asked: CodeAsked;
  /** What the button says and does. */
  label: string;
  send: (input: SignInInput) => Promise<R>;
  onDone: (result: R) => void;
  onAgain: () => void;
};

/** Step two: the six digits. Full-width digits and spaces, as keyboards and mails produce them, count as digits. */
export function CodeForm<R>({ asked, label, send, onDone, onAgain }: Props<R>) {
  const { t } = useTranslation('accounts');
  const toInput = ({ code }: { code: string }) => ({
    requestId: asked.requestId,
    code: code.normalize('NFKC').replace(/\D/gu, ''),
  });
  const form = useForm({
    draft: null,
    initial: { code: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.SignInInput),
    toInput,
    submit: (values) => send(toInput(values)),
    onDone,
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
        {label}
      </Button>
      <Button variant="quiet" full onClick={onAgain}>
        {t('signIn.again')}
      </Button>
    </Form>
  );
}
