import { useState } from 'react';
import { type Form, type FormOptions, useForm } from './form.js';

export type SaveState = 'untouched' | 'changed' | 'saving' | 'saved' | 'refused';
export type SavedForm<V extends object> = Form<V> & { state: SaveState };

/**
 * A form that stays on the page after saving, and knows whether what it shows is what the server has. `initial` is what the server
 * had when the form appeared: an update that arrives while somebody types must not pull the text from under their fingers.
 */
export function useSavedForm<V extends object, R>(options: Omit<FormOptions<V, R>, 'draft'>): SavedForm<V> {
  const [stored, setStored] = useState(() => JSON.stringify(options.initial));
  const [hasSaved, setHasSaved] = useState(false);
  const form = useForm<V, R>({
    ...options,
    draft: null,
    onDone: (result, values) => {
      setStored(JSON.stringify(values));
      setHasSaved(true);
      options.onDone?.(result, values);
    },
  });
  return { ...form, state: stateOf(form, stored, hasSaved) };
}

function stateOf<V extends object>(form: Form<V>, stored: string, hasSaved: boolean): SaveState {
  if (form.submitting) return 'saving';
  if (form.failure || Object.keys(form.errors).length) return 'refused';
  if (JSON.stringify(form.values) !== stored) return 'changed';
  return hasSaved ? 'saved' : 'untouched';
}
