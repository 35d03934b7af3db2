import type { Note } from '@teabreak/shared';
import { Suspense } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { Sheet } from '../../../components/sheet.js';
import { currentLanguage, loadNamespace, useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import type { Talk } from '../note-drafts.js';

// With its texts, so that the note opens also where the network is gone by then.
const NoteForm = later(async () => {
  const [file] = await Promise.all([import('./note-form.js'), loadNamespace(currentLanguage(), 'note')]);
  return file.NoteForm;
});

type Props = {
  talk: Talk;
  /** undefined: not known yet. */
  note: Note | null | undefined;
  open: boolean;
  onClose: () => void;
};

/** The private note about one person, over whatever page one is on. */
export function NoteSheet({ talk, note, open, onClose }: Props) {
  const { t } = useTranslation('encounters');
  return (
    <Sheet open={open} onClose={onClose} title={t('sheetTitle', { name: talk.name })}>
      {note === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <Suspense fallback={<Skeleton lines={5} />}>
          <NoteForm key={`${talk.eventId}.${talk.personId}`} talk={talk} note={note} onDone={onClose} />
        </Suspense>
      )}
    </Sheet>
  );
}
