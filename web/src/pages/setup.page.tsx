import { useEffect, useState } from 'react';
import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { Notice } from '../components/states.js';
import { SetupForm } from '../features/accounts/components/setup-form.js';
import { useTranslation } from '../lib/i18n.js';
import { navigate } from '../lib/router.js';

/** The one-time link carries its token in the fragment, which browsers keep out of logs and referrers. */
const tokenFromAddress = (): string => location.hash.replace(/^#(token=)?/u, '');

export function SetupPage() {
  const { t } = useTranslation('accounts');
  const [token] = useState(tokenFromAddress);

  // Out of the address bar and the history as soon as it has been read: screens are shared and photographed.
  useEffect(() => window.history.replaceState(window.history.state, '', location.pathname), []);

  return (
    <Narrow>
      <PageHeader title={t('setup.title')} lead={t('setup.lead')} />
      {token ? (
        <SetupForm token={token} onDone={() => navigate('/organize', { replace: true })} />
      ) : (
        <Notice tone="tea">{t('setup.noToken')}</Notice>
      )}
    </Narrow>
  );
}
