import { useQueryClient } from '@tanstack/react-query';
import type { RoomMessage } from '@teabreak/shared';
import { useRef } from 'react';
import { Button } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { api } from '../../../lib/api-client.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { addMessages } from '../room.live.js';
import styles from './room.module.css';

/** What was typed stays until the server has it; sending the same words again after a lost answer makes one message. */
export function MessageForm({ eventId }: { eventId: string }) {
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
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <FormFailure failure={form.failure} />
      <TextArea label={t('write')} rows={2} maxLength={2000} {...form.field('text')} />
      <Button type="submit" busy={form.submitting} disabled={form.values.text.trim() === ''}>
        {t('common:send')}
      </Button>
    </form>
  );
}
