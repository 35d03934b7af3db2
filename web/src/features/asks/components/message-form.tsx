import { type FormEvent, useState } from 'react';
import { MessageLine } from '../../../components/message-line.js';
import speech from '../../../components/speech.module.css';
import { useTranslation } from '../../../lib/i18n.js';
import { draft } from '../../../lib/storage.js';

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
    <form onSubmit={send} className={speech.foot}>
      <MessageLine label={t('thread.write', { name })} value={text} onChange={write} />
    </form>
  );
}
