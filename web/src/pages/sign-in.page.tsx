import type { MeAnswer } from '@teabreak/shared';
import { useState } from 'react';
import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { signIn, useSessionChanged } from '../features/accounts/accounts.mutations.js';
import { afterSignIn } from '../features/accounts/after-sign-in.js';
import { CodeForm } from '../features/accounts/components/code-form.js';
import { type CodeAsked, CodeRequestForm } from '../features/accounts/components/code-request-form.js';
import { useTranslation } from '../lib/i18n.js';
import { navigate, useSearchParams } from '../lib/router.js';

export function SignInPage() {
  const { t } = useTranslation('accounts');
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<CodeAsked | null>(null);
  const sessionChanged = useSessionChanged();
  const go = (me: MeAnswer) => navigate(afterSignIn(me, search.get('next')), { replace: true });
  return (
    <Narrow>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {asked ? (
        <CodeForm
          asked={asked}
          label={t('common:signIn')}
          send={async (input) => {
            await signIn(input);
            return sessionChanged();
          }}
          onDone={go}
          onAgain={() => setAsked(null)}
        />
      ) : (
        <CodeRequestForm onAsked={setAsked} />
      )}
    </Narrow>
  );
}
