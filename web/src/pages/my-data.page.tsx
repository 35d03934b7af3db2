import { useState } from 'react';
import { LinkButton } from '../components/button.js';
import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { EmptyState } from '../components/states.js';
import { requestCode, useSessionChanged } from '../features/accounts/accounts.mutations.js';
import { SignedIn } from '../features/accounts/components/signed-in.js';
import { DeleteAccount } from '../features/my-data/components/delete-account.js';
import { TakeAlong } from '../features/my-data/components/take-along.js';
import { currentLanguage, useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function MyDataPage() {
  const { t } = useTranslation('my-data');
  const [gone, setGone] = useState(false);
  const sessionChanged = useSessionChanged();
  if (gone)
    return (
      <Narrow>
        <EmptyState page title={t('gone.title')} action={<LinkButton to={paths.start}>{t('gone.start')}</LinkButton>}>
          {t('gone.text')}
        </EmptyState>
      </Narrow>
    );
  return (
    <Narrow>
      <SignedIn signInPath={paths.signIn(paths.myData)}>
        <PageHeader title={t('title')} lead={t('lead')} />
        <TakeAlong />
        <DeleteAccount
          sendCode={(email) => requestCode({ email, locale: currentLanguage() })}
          onDeleted={() => {
            setGone(true);
            void sessionChanged();
          }}
        />
      </SignedIn>
    </Narrow>
  );
}
