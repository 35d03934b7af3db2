import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { WarnIcon } from './first-icons.js';

export type FieldLook = {
  label: string;
  /** One sentence under the label; stays readable while typing. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown as a word; a field without it is required. */
  optional?: boolean;
};

export type FieldIds = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

type Props = FieldLook & { optionalWord: string; end?: ReactNode; children: (ids: FieldIds) => ReactNode };

/** Label, hint and error around one control, tied together for screen readers. */
export function Field({ label, hint, error, optional, optionalWord, end, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> {optionalWord}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': described || undefined })}
      <FieldError id={`${id}-error`} error={error} />
      {end}
    </div>
  );
}

export function FieldError({ id, error }: { id?: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className={styles.error}>
      <WarnIcon width={18} height={18} />
      {error}
    </p>
  );
}
