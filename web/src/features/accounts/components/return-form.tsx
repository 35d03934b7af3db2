import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { comeBack, useSessionChanged } from '../accounts.mutations.js';

/** One tap of a person, so that a preview of the link does not use it up. */
export function ReturnForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const sessionChanged = useSessionChanged();
  const form = useForm({
    draft: null,
    initial: {},
    schema: () => import('@teabreak/shared').then((shared) => shared.ReturnInput),
    toInput: () => ({ token }),
    submit: () => comeBack({ token }),
    onDone: () => void sessionChanged().then(onDone, onDone),
  });
  return (
    <Form form={form}>
      <FormFailure failure={form.failure} />
      <Button type="submit" size="l" full busy={form.submitting}>
        {t('setup.back')}
      </Button>
    </Form>
  );
}
