import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './door.module.css';

/** The text below a ticket's code, for a cracked screen and for hand scanners that type. */
export function TicketEntry({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation('door');
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onText(text.trim());
    setText('');
  };
  return (
    <form className={styles.entry} onSubmit={send}>
      <TextField
        label={t('ticketText')}
        name="ticket"
        value={text}
        onChange={setText}
        autoCapitalize="none"
        spellCheck={false}
        placeholder="TB1.…"
      />
      <Button type="submit" variant="secondary">
        {t('checkIn')}
      </Button>
    </form>
  );
}
