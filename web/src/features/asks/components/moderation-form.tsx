import type { DeskAsk } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { useModeration } from '../asks.mutations.js';
import styles from './asks.module.css';

type Act = 'hide' | 'remove';
type Moderation = ReturnType<typeof useModeration>;
type Props = { act: Act | null; ask: DeskAsk; moderation: Moderation; onClose: () => void };

/** Asks for the reason that the author reads. */
export function ModerationForm({ act, ask, moderation, onClose }: Props) {
  const { t } = useTranslation('asks');
  return (
    <Dialog open={act !== null} onClose={onClose} title={t(act === 'remove' ? 'desk.removeTitle' : 'desk.hideTitle')}>
      {act && <Reason act={act} ask={ask} moderation={moderation} onClose={onClose} />}
    </Dialog>
  );
}

function Reason({ act, ask, moderation, onClose }: Props & { act: Act }) {
  const { t } = useTranslation('asks');
  const form = useForm({
    draft: null,
    initial: { reason: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.HideInput),
    submit: ({ reason }) => moderation.mutateAsync({ act, reason }),
    onDone: onClose,
  });
  return (
    <Form form={form}>
      <blockquote className={styles.quote}>{ask.text}</blockquote>
      {act === 'remove' && <p>{t('desk.removeText')}</p>}
      <TextField label={t('desk.reason')} hint={t('desk.reasonHint')} {...form.field('reason')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" variant={act === 'remove' ? 'danger' : 'primary'} full busy={form.submitting}>
        {t(`desk.${act}`)}
      </Button>
    </Form>
  );
}
