import type { OrganizerEvent } from '@teabreak/shared';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { draft } from '../../../lib/storage.js';
import { inputOf, valuesOf } from '../event-values.js';
import { updateEvent, useEventSaved } from '../organized.mutations.js';
import { EventForm } from './event-form.js';

/** Takes over what the server made of it, so that rows that are new now have the ids by which the next save finds them. */
export function EventSettingsForm({ event }: { event: OrganizerEvent }) {
  const { t } = useTranslation('event-form');
  const saved = useEventSaved();
  const draftName = `event-${event.id}`;
  const stored = valuesOf(event);
  const form = useForm({
    draft: draftName,
    initial: stored,
    schema: () => import('@teabreak/shared').then((shared) => shared.EventUpdate),
    toInput: inputOf,
    submit: (values) => updateEvent(event.id, inputOf(values)),
    onDone: (next) => {
      saved(next);
      form.reset(valuesOf(next));
      toast(t('saved'));
    },
  });
  const changed = JSON.stringify(inputOf(form.values)) !== JSON.stringify(inputOf(stored));
  const discard = () => {
    draft.remove(draftName);
    form.reset(stored);
  };
  return <EventForm form={form} submitLabel={t('save')} onDiscard={changed ? discard : undefined} />;
}
