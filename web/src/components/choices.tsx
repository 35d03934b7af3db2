import { type ReactNode, useId } from 'react';
import { FieldError } from './field.js';
import styles from './field.module.css';

type CheckboxProps = {
  label: ReactNode;
  name: string;
  value: boolean;
  onChange: (value: boolean) => void;
  /** What ticking it means, in one or two sentences. For a consent: who sees what, for how long. */
  hint?: ReactNode;
  error?: string | undefined;
};

/** Also for consents: never ticked beforehand. */
export function Checkbox({ label, name, value, onChange, hint, error }: CheckboxProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <label className={styles.check} htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={value}
        aria-invalid={Boolean(error)}
        aria-labelledby={`${id}-label`}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span id={`${id}-label`}>{label}</span>
      {hint && (
        <span id={`${id}-hint`} className={`${styles.hint} ${styles.checkHint}`}>
          {hint}
        </span>
      )}
      <span className={styles.checkHint}>
        <FieldError id={`${id}-error`} error={error} />
      </span>
    </label>
  );
}

export type Choice<V extends string> = { value: V; label: string; hint?: string };

type RadioCardsProps<V extends string> = {
  legend: string;
  name: string;
  options: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  hint?: string;
  error?: string | undefined;
  /** Short labels: two or more beside each other where they fit. */
  compact?: boolean;
};

export function RadioCards<V extends string>({
  legend,
  name,
  options,
  value,
  onChange,
  hint,
  error,
  compact,
}: RadioCardsProps<V>) {
  const id = useId();
  return (
    <fieldset>
      <legend className={styles.label}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={compact ? `${styles.choices} ${styles.pairs}` : styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              aria-invalid={Boolean(error)}
              aria-labelledby={`${id}-${option.value}`}
              aria-describedby={error ? `${id}-error` : option.hint && `${id}-${option.value}-hint`}
              onChange={() => onChange(option.value)}
            />
            <span id={`${id}-${option.value}`}>{option.label}</span>
            {option.hint && (
              <span id={`${id}-${option.value}-hint`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
