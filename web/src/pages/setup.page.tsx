import { useEffect, useState } from 'react';
import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { Notice } from '../components/states.js';
import { ReturnForm } from '../features/accounts/components/return-form.js';
import { SetupForm } from '../features/accounts/components/setup-form.js';
import { useTranslation } from '../lib/i18n.js';
import { navigate } from '../lib/router.js';

/** The one-time link carries its token in the fragment, which browsers keep out of logs and referrers. */
const fromAddress = (): { token: string; returning: boolean } => ({
  token: location.hash.replace(/^#(back=)?/u, ''),
  returning: location.hash.startsWith('#back='),
});

export function SetupPage() {
  const { t } = useTranslation('accounts');
  const [{ token, returning }] = useState(fromAddress);
  const onDone = () => navigate('/organize', { replace: true });

  // Out of the address bar and the history as soon as it has been read: screens are shared and photographed.
  useEffect(() => window.history.replaceState(window.history.state, '', location.pathname), []);

  return (
    <Narrow>
      <PageHeader
        title={t(returning ? 'setup.backTitle' : 'setup.title')}
        lead={t(returning ? 'setup.backLead' : 'setup.lead')}
      />
      {!token && <Notice tone="tea">{t('setup.noToken')}</Notice>}
      {token && returning && <ReturnForm token={token} onDone={onDone} />}
      {token && !returning && <SetupForm token={token} onDone={onDone} />}
    </Narrow>
  );
}
