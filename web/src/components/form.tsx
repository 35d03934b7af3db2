import type { ReactNode } from 'react';
import type { Form as FormState } from '../lib/form.js';
import styles from './form.module.css';

/** The element around the fields of one `useForm`. */
export function Form<V extends object>({ form, children }: { form: FormState<V>; children: ReactNode }) {
  return (
    <form ref={form.ref} className={styles.form} onSubmit={form.onSubmit} noValidate>
      {children}
    </form>
  );
}

/** Fields beside each other where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
