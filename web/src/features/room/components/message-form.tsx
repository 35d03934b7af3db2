import { useQueryClient } from '@tanstack/react-query';
import type { RoomMessage } from '@teabreak/shared';
import { useRef } from 'react';
import { MessageLine } from '../../../components/message-line.js';
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
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <FormFailure failure={form.failure} />
      <MessageLine
        label={t('write')}
        value={form.values.text}
        onChange={(text) => form.set('text', text)}
        busy={form.submitting}
      />
    </form>
  );
}
