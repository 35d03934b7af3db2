import type { EventRole, TeamInput, TeamMember } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { FieldRow, Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { grantable } from '../event-roles.js';
import { putMember, useTeamChanged } from '../team.mutations.js';

/** They get a mail, and find the event under “My events” once they sign in with that address. */
export function TeamForm({ eventId, role }: { eventId: string; role: EventRole }) {
  const { t } = useTranslation('team');
  const changed = useTeamChanged(eventId);
  const form = useForm<TeamInput, TeamMember>({
    draft: `team-${eventId}`,
    initial: { name: '', email: '', role: 'host' },
    schema: () => import('@teabreak/shared').then((shared) => shared.TeamInput),
    submit: (values) => putMember(eventId, values),
    onDone: (member) => {
      changed();
      form.reset();
      toast(t('added', { name: member.name }));
    },
  });
  return (
    <Form form={form}>
      <FieldRow>
        <TextField label={t('name')} autoComplete="off" {...form.field('name')} />
        <TextField label={t('email')} type="email" inputMode="email" autoCapitalize="none" {...form.field('email')} />
      </FieldRow>
      <RadioCards
        legend={t('may')}
        options={grantable(role).map((value) => ({
          value,
          label: t(`role.${value}.name`),
          hint: t(`role.${value}.text`),
        }))}
        {...form.field('role')}
      />
      <FormFailure failure={form.failure} />
      <div>
        <Button type="submit" busy={form.submitting}>
          {t('add')}
        </Button>
      </div>
    </Form>
  );
}
