import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { TextField } from '../../../components/text-field.js';
import { ApiError } from '../../../lib/api-error.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { cardTokenIn } from '../card-code.js';

/** For whoever cannot scan: six characters, or the whole address (C2). */
export function TypedCode({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useTranslation('cards');
  const form = useForm({
    draft: null,
    initial: { code: '' },
    submit: async ({ code }) => {
      const token = cardTokenIn(code, location.origin);
      if (token !== null) return token;
      const message = t('typed.wrong');
      throw new ApiError(400, 'invalid_input', message, [{ field: 'code', code: 'invalid_format', message }]);
    },
    onDone: onToken,
  });
  return (
    <Form form={form}>
      <TextField
        label={t('typed.label')}
        hint={t('typed.hint')}
        code
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        {...form.field('code')}
      />
      <Button type="submit" variant="secondary" full>
        {t('typed.open')}
      </Button>
    </Form>
  );
}
