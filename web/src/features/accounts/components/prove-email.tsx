import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n.js';
import { proveEmail } from '../accounts.mutations.js';
import { meQuery } from '../accounts.queries.js';
import { CodeForm } from './code-form.js';
import { type CodeAsked, CodeRequestForm } from './code-request-form.js';

/** An address for the account one has: a code is mailed there, and typed here. */
export function ProveEmail({ onProven }: { onProven: () => void }) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const [asked, setAsked] = useState<CodeAsked | null>(null);
  if (asked === null) return <CodeRequestForm onAsked={setAsked} />;
  return (
    <CodeForm
      asked={asked}
      label={t('proveEmail')}
      send={proveEmail}
      onDone={(me) => {
        client.setQueryData(meQuery.queryKey, me);
        onProven();
      }}
      onAgain={() => setAsked(null)}
    />
  );
}
