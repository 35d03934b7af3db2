import type { KeyboardEvent } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { Button } from './button.js';
import styles from './message-line.module.css';

const MOST_LETTERS = 2000;

type Props = { label: string; value: string; onChange: (value: string) => void; busy?: boolean };

/** Where one writes to somebody, and what sends it. It grows with what is written, and belongs into a form. */
export function MessageLine({ label, value, onChange, busy = false }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <textarea
        className={styles.text}
        aria-label={label}
        placeholder={label}
        name="text"
        rows={1}
        maxLength={MOST_LETTERS}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      <Button type="submit" busy={busy} disabled={value.trim() === ''}>
        {t('send')}
      </Button>
    </div>
  );
}

/** On a keyboard Enter sends and Shift+Enter begins a line; on a phone, and while a Chinese word is being composed, it only writes. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  if (!window.matchMedia('(pointer: fine)').matches) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
