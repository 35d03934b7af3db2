import type { Organizer, OrganizerInput } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { FieldRow, Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { addOrganizer, useOrganizersChanged } from '../organizers.mutations.js';

/** Lets a mail address create events on this installation. */
export function OrganizerForm() {
  const { t } = useTranslation('site');
  const changed = useOrganizersChanged();
  const form = useForm<OrganizerInput, Organizer>({
    draft: 'organizer',
    initial: { name: '', email: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.OrganizerInput),
    submit: addOrganizer,
    onDone: ({ name }) => {
      changed();
      form.reset();
      toast(t('organizers.added', { name }));
    },
  });
  return (
    <Form form={form}>
      <FieldRow>
        <TextField label={t('organizers.name')} {...form.field('name')} />
        <TextField
          label={t('organizers.email')}
          type="email"
          inputMode="email"
          autoCapitalize="none"
          {...form.field('email')}
        />
      </FieldRow>
      <FormFailure failure={form.failure} />
      <div>
        <Button type="submit" busy={form.submitting}>
          {t('organizers.add')}
        </Button>
      </div>
    </Form>
  );
}
