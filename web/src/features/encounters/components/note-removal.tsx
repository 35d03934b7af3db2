import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { TrashIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { encounterOf, refreshEncounters, removeNote } from '../encounters.mutations.js';
import { noteDrafts, type Talk } from '../note-drafts.js';

type Props = { talk: Talk; version: number; onRemoved: () => void };

/** Words, promises and voice, for good. That the two have talked stays. */
export function NoteRemoval({ talk, version, onRemoved }: Props) {
  const { t } = useTranslation('note');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: async () => removeNote(talk.eventId, await encounterOf(talk), version),
    onSuccess: () => {
      noteDrafts.remove(talk);
      toast(t('removal.done'));
      onRemoved();
    },
    onSettled: () => refreshEncounters(client, talk.eventId),
  });
  return (
    <>
      <Button variant="quiet" full icon={TrashIcon} onClick={() => setAsking(true)}>
        {t('removal.ask')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('removal.title')}
        actions={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('common:cancel')}
            </Button>
            <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
              {t('removal.sure')}
            </Button>
          </>
        }
      >
        <p>{t('removal.text')}</p>
        <FormFailure failure={removal.error} />
      </Dialog>
    </>
  );
}
