import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '../../../components/button.js';
import { useTranslation } from '../../../lib/i18n.js';
import { draft } from '../../../lib/storage.js';
import styles from './thread.module.css';

type Props = { threadId: string; name: string; onSend: (text: string) => void };

/** What is typed stays in this tab until it is sent. */
export function MessageForm({ threadId, name, onSend }: Props) {
  const { t } = useTranslation('asks');
  const kept = `ask-writing-${threadId}`;
  const [text, setText] = useState(() => (draft.read(kept) as string | null) ?? '');
  const write = (next: string) => {
    draft.write(kept, next);
    setText(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onSend(text.trim());
    write('');
  };
  return (
    <form onSubmit={send} className={styles.foot}>
      <textarea
        className={styles.text}
        aria-label={t('thread.write', { name })}
        placeholder={t('thread.write', { name })}
        name="text"
        rows={1}
        maxLength={2000}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('common:send')}
      </Button>
    </form>
  );
}

/** On a keyboard Enter sends and Shift+Enter begins a line; on a phone, and while a Chinese word is being composed, it only writes. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  if (!window.matchMedia('(pointer: fine)').matches) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
