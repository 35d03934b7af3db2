import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { ChatIcon, NoteIcon } from '../../../components/icons.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEncountersLive } from '../encounters.live.js';
import { useWeTalked } from '../encounters.mutations.js';
import { useEncounters } from '../encounters.queries.js';
import { NoteForm } from './note-form.js';

type Props = {
  eventId: string;
  personId: string;
  name: string;
  /** The note lies open already: one comes from "we have met". */
  noteOpen: boolean;
  onNoteClosed: () => void;
};

/** One tap says it, then the private note lies open (F1). */
export function WeTalked({ eventId, personId, name, noteOpen, onNoteClosed }: Props) {
  const { t } = useTranslation('encounters');
  const [open, setOpen] = useState(noteOpen);
  useEncountersLive(eventId);
  const talked = useWeTalked(eventId, personId);
  const known = useEncounters(eventId).data?.encounters.find(({ person }) => person.registrationId === personId);
  const encounter = known ?? talked.data;
  const close = () => {
    setOpen(false);
    onNoteClosed();
  };
  return (
    <>
      <FormFailure failure={talked.error} />
      {encounter ? (
        <Button variant="secondary" full icon={NoteIcon} onClick={() => setOpen(true)}>
          {t(encounter.note ? 'openNote' : 'writeNote')}
        </Button>
      ) : (
        <Button
          variant="secondary"
          full
          icon={ChatIcon}
          busy={talked.isPending}
          onClick={() => talked.mutate(undefined, { onSuccess: () => setOpen(true) })}
        >
          {t('talked')}
        </Button>
      )}
      {encounter && (
        <Sheet open={open} onClose={close} title={t('note.title', { name })}>
          <NoteForm eventId={eventId} encounter={encounter} onSaved={close} />
        </Sheet>
      )}
    </>
  );
}
