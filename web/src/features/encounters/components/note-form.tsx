import type { Note } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { Suspense } from 'react';
import { Button } from '../../../components/button.js';
import { Skeleton } from '../../../components/progress.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import type { Talk } from '../note-drafts.js';
import { useNote } from '../use-note.js';
import { ChangedElsewhere } from './changed-elsewhere.js';
import { FitChoice } from './fit-choice.js';
import styles from './note-form.module.css';
import { NoteRemoval } from './note-removal.js';
import { PromiseField } from './promise-field.js';
import { RemindChoice } from './remind-choice.js';

// The recorder is not there for those who only write.
const VoiceField = later(() => import('./voice-field.js').then((file) => file.VoiceField));

type Props = { talk: Talk; note: Note | null; onDone: () => void };

/** Read by its author and nobody else (F1), and it says so. Twenty seconds with one thumb: nothing in it has to be filled in. */
export function NoteForm({ talk, note, onDone }: Props) {
  const { t } = useTranslation('note');
  const { values, set, errorOf, failure, saving, save, other, keepMine, takeOther } = useNote(talk, note, onDone);
  const kept = note !== null && note.version > 0;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save();
      }}
    >
      <p className={styles.private}>{t('encounters:private')}</p>
      {other && <ChangedElsewhere other={other} onMine={keepMine} onOther={takeOther} />}
      <TextArea
        label={t('text')}
        name="text"
        rows={3}
        placeholder={t('example')}
        max={values.text.length > LIMITS.note / 2 ? LIMITS.note : undefined}
        value={values.text}
        onChange={(text) => set('text', text)}
        error={errorOf('text')}
      />
      <Suspense fallback={<Skeleton lines={1} />}>
        <VoiceField talk={talk} voice={note?.voice ?? null} />
      </Suspense>
      <FitChoice value={values.fit} onChange={(fit) => set('fit', fit)} />
      {(['iPromised', 'theyPromised'] as const).map((side) => (
        <PromiseField
          key={side}
          side={side}
          text={values[side]}
          done={values[`${side}Done`]}
          markable={kept}
          error={errorOf(side)}
          onText={(text) => set(side, text)}
          onDone={(done) => set(`${side}Done`, done)}
        />
      ))}
      <RemindChoice value={values.remindOn} onChange={(day) => set('remindOn', day)} />
      <div className={styles.end}>
        <FormFailure failure={failure} />
        <Button type="submit" full busy={saving} disabled={other !== null}>
          {t('save')}
        </Button>
      </div>
      {note && <NoteRemoval talk={talk} version={note.version} onRemoved={onDone} />}
    </form>
  );
}
