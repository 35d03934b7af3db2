import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { Field, type FieldLook } from './field.js';
import styles from './field.module.css';
import { DownIcon } from './icons.js';

/** Takes what `form.field(name)` gives. */
type Bound<T = string> = { name: string; value: T; onChange: (value: T) => void };
type Native<E> = Omit<E, 'value' | 'onChange' | 'className' | 'id' | 'name'>;

type TextFieldProps = FieldLook & Bound & Native<InputHTMLAttributes<HTMLInputElement>> & { code?: boolean };

/** `code` is for short codes typed from a mail. */
export function TextField({ label, hint, error, optional, value, onChange, code, ...rest }: TextFieldProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint} error={error} optional={optional} optionalWord={t('optional')}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...ids}
          className={code ? `${styles.control} ${styles.code}` : styles.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldLook & Bound & Native<TextareaHTMLAttributes<HTMLTextAreaElement>> & { max?: number };

/** `max` shows how much is left instead of cutting what was pasted. */
export function TextArea({ label, hint, error, optional, value, onChange, max, ...rest }: TextAreaProps) {
  const { t } = useTranslation();
  const count = max !== undefined && (
    <p className={value.length > max ? `${styles.count} ${styles.over}` : styles.count}>
      {t('characters', { used: value.length, max })}
    </p>
  );
  return (
    <Field label={label} hint={hint} error={error} optional={optional} optionalWord={t('optional')} end={count}>
      {(ids) => (
        <textarea
          {...rest}
          {...ids}
          className={styles.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export type Option<V extends string = string> = { value: V; label: string };

type SelectProps<V extends string> = FieldLook & Bound<V> & { options: readonly Option<V>[]; disabled?: boolean };

export function Select<V extends string>({
  label,
  hint,
  error,
  optional,
  options,
  value,
  onChange,
  ...rest
}: SelectProps<V>) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint} error={error} optional={optional} optionalWord={t('optional')}>
      {(ids) => (
        <div className={styles.selectBox}>
          <select
            {...rest}
            {...ids}
            className={`${styles.control} ${styles.select}`}
            value={value}
            onChange={(event) => onChange(event.target.value as V)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <DownIcon width={20} height={20} />
        </div>
      )}
    </Field>
  );
}
