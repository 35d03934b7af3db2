import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MyDataOverview, SignInCodeRequested } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { TrashIcon } from '../../../components/icons.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { ApiError } from '../../../lib/api-error.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { deleteAccount } from '../my-data.mutations.js';
import { myDataQuery } from '../my-data.queries.js';

type Props = {
  overview: MyDataOverview;
  sendCode: (email: string) => Promise<SignInCodeRequested>;
  onDeleted: () => void;
};

/** Whose session is older proves by mail first that it is them; then the name is typed, so that nobody does it by a slip. */
export function DeletionForm({ overview: { name, codeTo }, sendCode, onDeleted }: Props) {
  const { t } = useTranslation('my-data');
  const send = useMutation({ mutationFn: sendCode });
  if (codeTo !== null && send.data === undefined)
    return (
      <>
        <Notice>{t('delete.needsCode', { email: codeTo })}</Notice>
        <FormFailure failure={send.error} />
        <Button variant="secondary" full busy={send.isPending} onClick={() => send.mutate(codeTo)}>
          {t('delete.sendCode')}
        </Button>
      </>
    );
  const requestId = codeTo === null ? null : (send.data?.requestId ?? null);
  return <Fields name={name} requestId={requestId} onAgain={send.reset} onDeleted={onDeleted} />;
}

type FieldsProps = {
  name: string;
  /** Of the code that was mailed; null where none is needed. */
  requestId: string | null;
  onAgain: () => void;
  onDeleted: () => void;
};

function Fields({ name, requestId, onAgain, onDeleted }: FieldsProps) {
  const { t } = useTranslation('my-data');
  const client = useQueryClient();
  const toInput = (values: { name: string; code: string }) => ({
    name: values.name,
    code: requestId === null ? null : { requestId, code: values.code.normalize('NFKC').replace(/\D/gu, '') },
  });
  const form = useForm({
    draft: null,
    initial: { name: '', code: '' },
    toInput,
    submit: async (values) => {
      try {
        await deleteAccount(toInput(values));
      } catch (error) {
        // The session has grown too old meanwhile, or somebody left the team: what has to be done first is asked anew.
        if (error instanceof ApiError && ['code_needed', 'hand_over_first'].includes(error.code))
          await client.invalidateQueries(myDataQuery());
        throw error;
      }
    },
    onDone: onDeleted,
  });
  return (
    <Form form={form}>
      {requestId !== null && (
        <TextField
          label={t('delete.code')}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          {...form.field('code')}
        />
      )}
      <TextField label={t('delete.name', { name })} autoComplete="off" {...form.field('name')} />
      <FormFailure failure={Object.keys(form.errors).length > 0 ? null : form.failure} />
      <Button
        type="submit"
        variant="danger"
        full
        icon={TrashIcon}
        busy={form.submitting}
        disabled={form.values.name.trim() === ''}
      >
        {t('delete.button')}
      </Button>
      {requestId !== null && (
        <Button variant="quiet" full onClick={onAgain}>
          {t('delete.again')}
        </Button>
      )}
    </Form>
  );
}
