import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { MailIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useInvite } from '../guests.mutations.js';

/** Mails are not taken back, so it asks first; afterwards it says what was sent and to whom it could not. */
export function InviteButton({ eventId }: { eventId: string }) {
  const { t } = useTranslation('guests');
  const [open, setOpen] = useState(false);
  const invite = useInvite(eventId);
  const answer = invite.data;
  const begin = () => {
    invite.reset();
    setOpen(true);
  };
  return (
    <>
      <Button variant="secondary" icon={MailIcon} onClick={begin}>
        {t('invite.button')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('invite.title')}
        actions={
          answer ? (
            <Button onClick={() => setOpen(false)}>{t('common:done')}</Button>
          ) : (
            <Button busy={invite.isPending} onClick={() => invite.mutate()}>
              {t('invite.send')}
            </Button>
          )
        }
      >
        <FormFailure failure={invite.error} />
        {answer ? (
          <>
            <Notice>{t('invite.sent', { count: answer.invited })}</Notice>
            {answer.mailedToday > 0 && <p>{t('invite.mailedToday', { count: answer.mailedToday })}</p>}
            {answer.withoutEmail > 0 && <p>{t('invite.withoutEmail', { count: answer.withoutEmail })}</p>}
          </>
        ) : (
          <p>{t('invite.text')}</p>
        )}
      </Dialog>
    </>
  );
}
