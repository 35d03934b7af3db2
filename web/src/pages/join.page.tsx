import type { JoinAnswer, PublicEvent } from '@teabreak/shared';
import { useEffect } from 'react';
import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { Notice } from '../components/states.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { GoalFields } from '../features/goals/components/goal-fields.js';
import { JoinForm } from '../features/registrations/components/join-form.js';
import { useEntered } from '../features/registrations/registrations.mutations.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { preloadPage } from '../lib/preload.js';
import { navigate, useParams } from '../lib/router.js';

export function JoinPage() {
  const { slug = '' } = useParams();
  return <WithEvent slug={slug}>{(event) => <Content event={event} />}</WithEvent>;
}

function Content({ event }: { event: PublicEvent }) {
  const { t } = useTranslation('join');
  const entered = useEntered();
  const { home } = paths.event(event.slug);
  useEffect(() => preloadPage(home), [home]);
  const onJoined = (answer: JoinAnswer) => {
    entered(answer);
    navigate(home, { replace: true });
  };
  return (
    <Narrow>
      <PageHeader title={t('documentTitle', { title: event.title })} lead={t('lead')} />
      {event.registration === 'full' && <Notice tone="tea">{t('waitlistNote')}</Notice>}
      {event.registration !== 'full' && event.requiresApproval && <Notice>{t('approvalNote')}</Notice>}
      <JoinForm
        event={event}
        goalFields={(slot) => <GoalFields {...slot} prefix="goal." />}
        signInPath={paths.signIn(home)}
        onJoined={onJoined}
      />
    </Narrow>
  );
}
