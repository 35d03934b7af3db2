import { Suspense, useState } from 'react';
import { Button } from '../../../components/button.js';
import { ChatIcon, NoteIcon } from '../../../components/icons.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import { useEncountersLive } from '../encounters.live.js';
import { useWeTalked } from '../encounters.mutations.js';
import { useEncounters } from '../encounters.queries.js';
import { mayPass } from '../may-pass.js';
import { useDraftState } from '../note-drafts.js';
import { useNoteSending } from '../use-note-sending.js';

/** Nobody writes before having read the page. */
const NoteSheet = later(() => import('./note-sheet.js').then((file) => file.NoteSheet));

type Props = {
  eventId: string;
  personId: string;
  name: string;
  /** The note lies open already: one comes from "we have met", a round, or a swap of cards. */
  noteOpen?: boolean;
  onNoteClosed?: () => void;
};

/** One tap says it, and the private note lies open in the same moment, also where there is no network (F1). */
export function WeTalked({ eventId, personId, name, noteOpen = false, onNoteClosed }: Props) {
  const { t } = useTranslation('encounters');
  const [open, setOpen] = useState(noteOpen);
  useEncountersLive(eventId);
  useNoteSending();
  const draft = useDraftState(eventId, personId);
  const talked = useWeTalked(eventId, personId);
  const { data, error } = useEncounters(eventId);
  const known = data?.encounters.find(({ person }) => person.registrationId === personId);
  const encounter = known ?? talked.data;
  const note = encounter ? encounter.note : data || error ? null : undefined;
  const word = draft === 'none' ? (encounter?.note ? 'openNote' : 'writeNote') : draft === 'draft' ? 'goOn' : 'waiting';
  const close = () => {
    setOpen(false);
    onNoteClosed?.();
  };
  return (
    <>
      {/* Without a network the note is kept, and says it as well. */}
      <FormFailure failure={mayPass(talked.error) ? null : talked.error} />
      {encounter || draft !== 'none' ? (
        <Button variant="secondary" full icon={NoteIcon} onClick={() => setOpen(true)}>
          {t(word)}
        </Button>
      ) : (
        <Button
          variant="secondary"
          full
          icon={ChatIcon}
          onClick={() => {
            setOpen(true);
            talked.mutate();
          }}
        >
          {t('talked')}
        </Button>
      )}
      <Suspense>
        <NoteSheet
          talk={{ eventId, personId, name, encounterId: encounter?.id ?? null }}
          note={note}
          open={open && !(talked.error && !mayPass(talked.error))}
          onClose={close}
        />
      </Suspense>
    </>
  );
}
