import { useState } from 'react';
import { IconButton } from '../../../components/button.js';
import { SignOutIcon } from '../../../components/icons.js';
import { toast } from '../../../components/toast.js';
import { errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { navigate } from '../../../lib/router.js';
import { signOut, useSessionChanged } from '../accounts.mutations.js';

export function SignOutButton() {
  const { t } = useTranslation();
  const sessionChanged = useSessionChanged();
  const [busy, setBusy] = useState(false);

  const leave = async () => {
    setBusy(true);
    try {
      await signOut();
      await sessionChanged();
      navigate('/');
    } catch (error) {
      toast(errorMessage(error, t), 'seal');
    } finally {
      setBusy(false);
    }
  };

  return <IconButton label={t('signOut')} icon={SignOutIcon} disabled={busy} onClick={() => void leave()} />;
}
