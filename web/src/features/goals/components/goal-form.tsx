import { useQueryClient } from '@tanstack/react-query';
import type { Goal, GoalInput } from '@teabreak/shared';
import { SaveBar } from '../../../components/save-bar.js';
import { useSavedForm } from '../../../lib/saved-form.js';
import { saveGoal } from '../goals.mutations.js';
import { EMPTY_GOAL, type GoalDraft, GoalFields } from './goal-fields.js';
import styles from './goal-form.module.css';

type Props = { eventId: string; goal: Goal | null };

/** What I came for, changed in mid-event: the suggestions follow at once (M10). */
export function GoalForm({ eventId, goal }: Props) {
  const client = useQueryClient();
  const form = useSavedForm<{ goal: GoalDraft }, Goal>({
    initial: { goal: goal ?? EMPTY_GOAL },
    schema: () => import('@teabreak/shared').then((shared) => shared.GoalInput),
    toInput: (values) => values.goal,
    // Without a kind the schema (or, without it, the server) refuses at the field.
    submit: (values) => saveGoal(eventId, values.goal as GoalInput),
    onDone: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['registration', eventId] }),
        client.invalidateQueries({ queryKey: ['suggestions', eventId] }),
      ]),
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <GoalFields value={form.values.goal} onChange={(next) => form.set('goal', next)} errors={form.errors} />
      <SaveBar state={form.state} failure={form.failure} />
    </form>
  );
}
