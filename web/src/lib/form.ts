import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api-error.js';
import { currentLanguage } from './i18n.js';
import type { Schema } from './schema-errors.js';
import { draft } from './storage.js';

export type FormOptions<V extends object, R> = {
  /** Names the draft kept in this tab; `null` keeps none (codes, secrets). */
  draft: string | null;
  initial: V;
  /** `() => import('@teabreak/shared').then((shared) => shared.SetupInput)`: fetched when the person begins to type. */
  schema?: () => Promise<Schema>;
  /** What is checked and sent, where it differs from what the fields hold. */
  toInput?: (values: V) => unknown;
  submit: (values: V) => Promise<R>;
  onDone?: (result: R, values: V) => void;
};

export type FieldProps<T> = { name: string; value: T; onChange: (value: T) => void; error: string | undefined };

export type Form<V extends object> = {
  ref: RefObject<HTMLFormElement | null>;
  values: V;
  set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  /** Everything an input of ours takes: `<TextField label=… {...form.field('name')} />`. */
  field: <K extends keyof V & string>(name: K) => FieldProps<V[K]>;
  /** By dotted path, for fields within lists: `form.errors['agenda.0.title']`. */
  errors: Record<string, string>;
  /** What stopped the last try, where it was not (only) a field. */
  failure: unknown;
  submitting: boolean;
  onSubmit: (event: FormEvent) => void;
  reset: (values?: V) => void;
};

/** Nothing typed is ever lost: values stay after a failure, and in this tab after a reload. Focus goes to the first refused field. */
export function useForm<V extends object, R>(options: FormOptions<V, R>): Form<V> {
  const { initial, schema, submit, onDone, toInput = (given: V): unknown => given } = options;
  const ref = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<V>(() => ({
    ...initial,
    ...(options.draft && (draft.read(options.draft) as V)),
  }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [submitting, setSubmitting] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const running = useRef(false);
  const rules = useRef<Promise<Check | null>>(undefined);

  useEffect(() => {
    if (refusals > 0) focusFirstRefused(ref.current);
  }, [refusals]);

  /** Without the rules (bad Wi-Fi) the server alone judges. */
  const loadRules = () => {
    rules.current ??= schema
      ? checkOf(schema).catch(() => {
          rules.current = undefined;
          return null;
        })
      : Promise.resolve(null);
    return rules.current;
  };

  const set: Form<V>['set'] = (name, value) => {
    void loadRules();
    setErrors((before) => withoutErrorsOf(name, before));
    setValues((before) => {
      const after = { ...before, [name]: value };
      if (options.draft) draft.write(options.draft, after);
      return after;
    });
  };

  const refuse = (found: Record<string, string>, reason: unknown) => {
    setErrors(found);
    setFailure(reason);
    setRefusals((count) => count + 1);
  };

  const run = async () => {
    const check = await loadRules();
    const found = check?.(toInput(values)) ?? {};
    if (Object.keys(found).length) return refuse(found, null);
    try {
      const result = await submit(values);
      if (options.draft) draft.remove(options.draft);
      setErrors({});
      onDone?.(result, values);
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : [];
      refuse(Object.fromEntries(fields.map((field) => [field.field, field.message])), error);
    }
  };

  return {
    ref,
    values,
    set,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: errorOf(name, errors),
    }),
    errors,
    failure,
    submitting,
    onSubmit: (event) => {
      event.preventDefault();
      // A second tap before React has disabled the button must not send twice.
      if (running.current) return;
      running.current = true;
      setSubmitting(true);
      setFailure(null);
      void run().finally(() => {
        running.current = false;
        setSubmitting(false);
      });
    },
    reset: useCallback(
      (next?: V) => {
        setValues(next ?? initial);
        setErrors({});
        setFailure(null);
      },
      [initial],
    ),
  };
}

/** A field's own error and those of its parts: changing `contact` clears `contact.value`. */
const withoutErrorsOf = (name: string, errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([path]) => path !== name && !path.startsWith(`${name}.`)));

/** What is wrong with an input; the errors it names by field. */
type Check = (input: unknown) => Record<string, string>;

async function checkOf(schema: () => Promise<Schema>): Promise<Check> {
  const [rule, { schemaErrors }] = await Promise.all([schema(), import('./schema-errors.js')]);
  return (input) => schemaErrors(rule, input, currentLanguage());
}

/** A list's control shows what is wrong with any of its parts (`seeks.2`), unless the list itself is refused. */
const errorOf = (name: string, errors: Record<string, string>): string | undefined =>
  errors[name] ?? Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];

function focusFirstRefused(form: HTMLFormElement | null): void {
  const first =
    form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector<HTMLElement>('[role="alert"]');
  first?.focus();
  first?.scrollIntoView?.({ block: 'center' });
}
