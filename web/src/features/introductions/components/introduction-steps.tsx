import { useQueryClient } from '@tanstack/react-query';
import type { IntroductionView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { passOn, type Step, useStep } from '../introductions.mutations.js';
import { introductionsQuery } from '../introductions.queries.js';
import styles from './introduction.module.css';

type Props = { introduction: IntroductionView; onMet: (introduction: IntroductionView) => void };
const PRIMARY: readonly Step[] = ['agree', 'met'];
const QUIET: readonly Step[] = ['missed', 'withdraw', 'decline'];

/** The buttons for what the server says I may do now. */
export function IntroductionSteps({ introduction, onMet }: Props) {
  const { t } = useTranslation('introductions');
  const step = useStep(introduction.eventId, introduction.id);
  const take = (name: Step) => step.mutate(name, { onSuccess: (next) => (name === 'met' ? onMet(next) : undefined) });
  const { can } = introduction;
  return (
    <div className={styles.actions}>
      {can.includes('pass-on') && <PassOnForm introduction={introduction} />}
      <FormFailure failure={step.error} />
      {PRIMARY.filter((name) => can.includes(name)).map((name) => (
        <Button key={name} full busy={step.isPending && step.variables === name} onClick={() => take(name)}>
          {t(`step.${name}`)}
        </Button>
      ))}
      {QUIET.filter((name) => can.includes(name)).map((name) => (
        <Button
          key={name}
          full
          variant="quiet"
          busy={step.isPending && step.variables === name}
          onClick={() => take(name)}
        >
          {t(`step.${name}`)}
        </Button>
      ))}
      {can.includes('decline') && <p className={styles.promise}>{t('step.declinePromise')}</p>}
    </div>
  );
}

/** The introducer's own words make it warm; without any it is passed on all the same. */
function PassOnForm({ introduction }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions');
  const client = useQueryClient();
  const form = useForm({
    draft: `pass-on-${introduction.id}`,
    initial: { line: '' },
    submit: ({ line }) => passOn(introduction.eventId, introduction.id, line),
    onDone: () => void client.invalidateQueries(introductionsQuery(introduction.eventId)),
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
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
    </form>
  );
}
