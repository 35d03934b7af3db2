import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { SignOutIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { navigate } from '../../../lib/router.js';
import { signOut, useSessionChanged } from '../accounts.mutations.js';

/** Signing out. Who left no mail address is told first that there is no way back by themselves. */
export function LeavePhone({ canReturn, to }: { canReturn: boolean; to: string }) {
  const { t } = useTranslation('me');
  const sessionChanged = useSessionChanged();
  const [asking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      navigate(to);
      await sessionChanged();
    },
  });
  return (
    <>
      <Button
        variant="quiet"
        icon={SignOutIcon}
        busy={leave.isPending}
        onClick={() => (canReturn ? leave.mutate() : setAsking(true))}
      >
        {t('leave.signOut')}
      </Button>
      <FormFailure failure={leave.error} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('leave.signOutConfirmTitle')}
        actions={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('leave.stay')}
            </Button>
            <Button variant="danger" busy={leave.isPending} onClick={() => leave.mutate()}>
              {t('leave.signOutConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('leave.signOutConfirmText')}</p>
      </Dialog>
    </>
  );
}
