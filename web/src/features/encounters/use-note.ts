import { useQueryClient } from '@tanstack/react-query';
import type { Note } from '@teabreak/shared';
import { useEffect, useState } from 'react';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../lib/api-error.js';
import { useTranslation } from '../../lib/i18n.js';
import { encounterOf, refreshEncounters, saveNote } from './encounters.mutations.js';
import { mayPass } from './may-pass.js';
import { EMPTY_NOTE, type NoteValues, noteDrafts, sameNote, type Talk, valuesOf } from './note-drafts.js';

/**
 * A note while it is written: nothing typed is ever lost. It is kept on the phone with every key, saved on a tap, kept for later where
 * there is no network; and where another tab has saved meanwhile, both versions are shown and the person chooses.
 */
export function useNote(talk: Talk, note: Note | null, onDone: () => void) {
  const { t } = useTranslation('note');
  const client = useQueryClient();
  const [start] = useState(() => noteDrafts.read(talk));
  const [values, setValues] = useState<NoteValues>(start?.values ?? valuesOf(note));
  const [base, setBase] = useState({ version: start?.base ?? note?.version ?? 0, values: valuesOf(note) });
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);

  const dirty = !sameNote(values, base.values);
  const movedOn = (note?.version ?? 0) !== base.version;
  const other = movedOn && dirty && !sameNote(values, valuesOf(note)) ? { values: valuesOf(note) } : null;

  // What another tab or phone saved takes the place of what nobody has changed here.
  useEffect(() => {
    if (!movedOn || other) return;
    setBase({ version: note?.version ?? 0, values: valuesOf(note) });
    setValues(valuesOf(note));
    noteDrafts.remove(talk);
  }, [movedOn, other, note, talk]);

  const change = (next: NoteValues, version = base.version) => {
    setValues(next);
    if (sameNote(next, base.values)) noteDrafts.remove(talk);
    else noteDrafts.write({ ...talk, values: next, base: version, waiting: false });
  };

  const done = (words: string) => {
    toast(words);
    onDone();
  };

  const save = async () => {
    if (base.version === 0 && sameNote(values, EMPTY_NOTE)) return onDone();
    setSaving(true);
    setFailure(null);
    try {
      await saveNote(talk.eventId, await encounterOf(talk), { ...values, version: base.version });
      noteDrafts.remove(talk);
      void refreshEncounters(client, talk.eventId);
      done(t('saved'));
    } catch (error) {
      if (mayPass(error)) {
        noteDrafts.write({ ...talk, values, base: base.version, waiting: true });
        done(t('kept'));
      } else {
        setFailure(error);
        await refreshEncounters(client, talk.eventId);
      }
    } finally {
      setSaving(false);
    }
  };

  const fields = failure instanceof ApiError ? failure.fields : [];
  return {
    values,
    set: <K extends keyof NoteValues>(name: K, value: NoteValues[K]) => change({ ...values, [name]: value }),
    errorOf: (name: keyof NoteValues) => fields.find(({ field }) => field === name)?.message,
    failure: other || fields.length > 0 ? null : failure,
    saving,
    save,
    /** What was saved elsewhere meanwhile, where it differs from what stands here. */
    other: other?.values ?? null,
    keepMine: () => {
      const version = note?.version ?? 0;
      setBase({ version, values: valuesOf(note) });
      noteDrafts.write({ ...talk, values, base: version, waiting: false });
    },
    takeOther: () => {
      setBase({ version: note?.version ?? 0, values: valuesOf(note) });
      setValues(valuesOf(note));
      noteDrafts.remove(talk);
    },
  };
}
