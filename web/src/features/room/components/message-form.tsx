import { useQueryClient } from '@tanstack/react-query';
import type { RoomMessage } from '@teabreak/shared';
import { type KeyboardEvent, useRef } from 'react';
import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { api } from '../../../lib/api-client.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { addMessages } from '../room.live.js';
import styles from './room.module.css';

type Props = { eventId: string; onSent: () => void };

/** What was typed stays until the server has it; sending the same words again after a lost answer makes one message. */
export function MessageForm({ eventId, onSent }: Props) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const clientId = useRef(newId());
  const form = useForm({
    draft: `room-${eventId}`,
    initial: { text: '' },
    submit: ({ text }) =>
      api.post<RoomMessage>(`/api/events/${eventId}/messages`, { clientId: clientId.current, text }),
    onDone: (message) => {
      clientId.current = newId();
      addMessages(client, eventId, { messages: [message], older: false });
      form.reset({ text: '' });
      onSent();
    },
  });
  const { text } = form.values;
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <FormFailure failure={form.failure} />
      <div className={styles.line}>
        <textarea
          className={styles.text}
          aria-label={t('write')}
          placeholder={t('write')}
          name="text"
          rows={1}
          maxLength={2000}
          value={text}
          onChange={(event) => form.set('text', event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <Button type="submit" busy={form.submitting} disabled={text.trim() === ''}>
          {t('common:send')}
        </Button>
      </div>
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
