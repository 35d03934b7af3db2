import type { OrganizerEvent } from '@teabreak/shared';
import { serverNow } from '../../../lib/clock.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { inputOf, newEventValues } from '../event-values.js';
import { createEvent, useEventSaved } from '../organized.mutations.js';
import { ownTimeZone } from '../time-zones.js';
import { EventForm } from './event-form.js';

/** Kept in the tab until the event exists. */
export function NewEventForm({ onCreated }: { onCreated: (event: OrganizerEvent) => void }) {
  const { t } = useTranslation('event-form');
  const saved = useEventSaved();
  const form = useForm({
    draft: 'new-event',
    initial: newEventValues(ownTimeZone(), serverNow()),
    schema: () => import('@teabreak/shared').then((shared) => shared.EventInput),
    toInput: inputOf,
    submit: (values) => createEvent(inputOf(values)),
    onDone: (event) => {
      saved(event);
      onCreated(event);
    },
  });
  return <EventForm form={form} submitLabel={t('create')} />;
}
