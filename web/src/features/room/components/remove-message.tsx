import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoomMessage } from '@teabreak/shared';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button.js';
import { TrashIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import speech from '../../../components/speech.module.css';
import { FormFailure } from '../../../components/states.js';
import { api } from '../../../lib/api-client.js';
import { useTranslation } from '../../../lib/i18n.js';
import { addMessages } from '../room.live.js';

/** Takes a message away for everybody: one's own, or anybody's for those who run the event. */
export function RemoveMessage({ eventId, message }: { eventId: string; message: RoomMessage }) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.delete<null>(`/api/events/${eventId}/messages/${message.id}`),
    onSuccess: () =>
      addMessages(client, eventId, { messages: [{ ...message, text: '', removed: true }], older: false }),
  });
  return (
    <>
      <IconButton label={t('remove.open')} icon={TrashIcon} onClick={() => setAsking(true)} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title')}
        actions={
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove.confirm')}
          </Button>
        }
      >
        <blockquote className={speech.words}>{message.text}</blockquote>
        <FormFailure failure={remove.error} />
      </Dialog>
    </>
  );
}
