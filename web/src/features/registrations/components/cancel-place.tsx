import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { cancelPlace } from '../registrations.mutations.js';
import { registrationQuery } from '../registrations.queries.js';
import styles from './me-sections.module.css';

/** E3: gives the seat to whoever waits. Asked once, because it cannot be taken back. */
export function CancelPlace({ eventId, onCancelled }: { eventId: string; onCancelled: () => void }) {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelPlace(eventId),
    onSuccess: async () => {
      await client.invalidateQueries(registrationQuery(eventId));
      await client.invalidateQueries({ queryKey: ['me'] });
      onCancelled();
    },
  });
  return (
    <div className={styles.form}>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {t('leave.cancel')}
      </Button>
      <p className={styles.note}>{t('leave.cancelText')}</p>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('leave.confirmTitle')}
        actions={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('leave.keep')}
            </Button>
            <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('leave.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('leave.confirmText')}</p>
        <FormFailure failure={cancel.error} />
      </Dialog>
    </div>
  );
}
