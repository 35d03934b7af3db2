import type { AskDetail as Detail } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure, Notice } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { useAsksLive } from '../asks.live.js';
import { useAskStep } from '../asks.mutations.js';
import { useAsk } from '../asks.queries.js';
import { AskCard } from './ask-card.js';
import type { AskConsents } from './ask-form.js';
import { OwnAsk } from './own-ask.js';
import { ReportAsk } from './report-ask.js';

type Props = { eventId: string; askId: string; consents: AskConsents; paths: AskPaths; goneAction: ReactNode };

/** One ask or offer with what I can do about it. */
export function AskDetail({ eventId, askId, consents, paths, goneAction }: Props) {
  const { t } = useTranslation('asks');
  const query = useAsk(eventId, askId);
  useAsksLive(eventId);
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <EmptyState page title={t('gone.title')} action={goneAction}>
        {t('gone.text')}
      </EmptyState>
    );
  }
  return (
    <QueryView query={query}>
      {(detail) => (
        <>
          <AskCard eventId={eventId} ask={detail.ask} paths={paths} alone />
          {detail.ask.own ? (
            <OwnAsk eventId={eventId} detail={detail} own={detail.ask.own} consents={consents} paths={paths} />
          ) : (
            <Theirs eventId={eventId} detail={detail} />
          )}
        </>
      )}
    </QueryView>
  );
}

function Theirs({ eventId, detail: { ask, threads } }: { eventId: string; detail: Detail }) {
  const { t } = useTranslation('asks');
  const step = useAskStep(eventId, ask.id);
  const helped = threads[0]?.helped;
  return (
    <>
      {helped && <Notice>{helped.thanks ? t('thread.thanks', { thanks: helped.thanks }) : t('thread.helped')}</Notice>}
      <FormFailure failure={step.error} />
      {ask.myHelp?.state === 'waiting' && (
        <Button variant="secondary" full busy={step.isPending} onClick={() => step.mutate('take-back')}>
          {t('help.takeBack')}
        </Button>
      )}
      <ReportAsk eventId={eventId} askId={ask.id} />
    </>
  );
}
