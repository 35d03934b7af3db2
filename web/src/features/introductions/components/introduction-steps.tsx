import type { IntroductionView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { passOn, type Step, useStep, useTakeIn } from '../introductions.mutations.js';
import styles from './introduction.module.css';

type Props = { introduction: IntroductionView; onMet: () => void };
const PRIMARY: readonly Step[] = ['agree', 'met'];
const QUIET: readonly Step[] = ['missed', 'withdraw', 'decline'];

/** The buttons for what the server says I may do now. */
export function IntroductionSteps({ introduction, onMet }: Props) {
  const { t } = useTranslation('introductions');
  const { eventId, id, can, startedBy } = introduction;
  const step = useStep(eventId, id);
  const take = (name: Step) => step.mutate(name, { onSuccess: () => (name === 'met' ? onMet() : undefined) });
  if (can.length === 0) return null;
  const button = (name: Step, variant: 'primary' | 'quiet') => (
    <Button
      key={name}
      full
      variant={variant}
      disabled={step.isPending}
      busy={step.isPending && step.variables === name}
      onClick={() => take(name)}
    >
      {t(name === 'withdraw' && startedBy === 'introducer' ? 'step.withdrawOffer' : `step.${name}`)}
    </Button>
  );
  return (
    <div className={styles.actions}>
      {can.includes('pass-on') && <PassOnForm introduction={introduction} />}
      <FormFailure failure={step.error} />
      {PRIMARY.filter((name) => can.includes(name)).map((name) => button(name, 'primary'))}
      {QUIET.filter((name) => can.includes(name)).map((name) => button(name, 'quiet'))}
      {can.includes('decline') && <p className={styles.soft}>{t('step.declinePromise')}</p>}
    </div>
  );
}

/** The introducer's own words make it warm; without any it is passed on all the same. */
function PassOnForm({ introduction }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions');
  const takeIn = useTakeIn(introduction.eventId);
  const form = useForm({
    draft: `pass-on-${introduction.id}`,
    initial: { line: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.PassOnInput),
    submit: ({ line }) => passOn(introduction.eventId, introduction.id, line),
    onDone: takeIn,
  });
  return (
    <Form form={form}>
      <TextArea
        label={t('passOn.line', { name: introduction.target.name })}
        hint={t('passOn.hint')}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('passOn.send')}
      </Button>
    </Form>
  );
}
