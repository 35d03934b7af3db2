import { Button } from '../../../components/button.js';
import { EmptyState, FormFailure, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useStopDigest } from '../follow-ups.mutations.js';

/** Where the mail's link leads: one tap, because mail scanners open links by themselves. */
export function StopDigest({ token }: { token: string }) {
  const { t } = useTranslation('follow-ups');
  const stop = useStopDigest();
  if (stop.isSuccess)
    return (
      <EmptyState page title={t('stopDigest.done')}>
        {t('stopDigest.doneText')}
      </EmptyState>
    );
  return (
    <EmptyState
      page
      title={t('stopDigest.title')}
      action={
        <Button disabled={token === ''} busy={stop.isPending} onClick={() => stop.mutate(token)}>
          {t('stopDigest.stop')}
        </Button>
      }
    >
      {token === '' ? <Notice>{t('stopDigest.noToken')}</Notice> : t('stopDigest.text')}
      <FormFailure failure={stop.error} />
    </EmptyState>
  );
}
