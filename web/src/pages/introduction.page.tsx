import type { PublicEvent } from '@teabreak/shared';
import { Suspense } from 'react';
import { BackLink } from '../components/back-link.js';
import { LinkButton } from '../components/button.js';
import { QueryView } from '../components/query-view.js';
import { EmptyState } from '../components/states.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { IntroductionDetail } from '../features/introductions/components/introduction-detail.js';
import { useIntroductions } from '../features/introductions/introductions.queries.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

const KeepAway = later(() => import('../features/circle/components/keep-away.js').then((file) => file.KeepAway));

export function IntroductionPage() {
  const { t } = useTranslation('introductions');
  const { slug = '', introductionId = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.introductions} label={t('back')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration
            eventId={event.id}
            joinPath={to.join}
            signInPath={paths.signIn(to.introduction(introductionId))}
          >
            {() => <Introduction event={event} id={introductionId} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Introduction({ event, id }: { event: PublicEvent; id: string }) {
  const { t } = useTranslation('introductions');
  const to = paths.event(event.slug);
  return (
    <QueryView query={useIntroductions(event.id)}>
      {({ introductions }) => {
        const introduction = introductions.find((one) => one.id === id);
        if (!introduction) {
          return (
            <EmptyState
              page
              title={t('gone.title')}
              action={<LinkButton to={to.introductions}>{t('back')}</LinkButton>}
            >
              {t('gone.text')}
            </EmptyState>
          );
        }
        return (
          <IntroductionDetail
            introduction={introduction}
            timeZone={event.timeZone}
            personPath={to.person}
            notePath={(personId) => `${to.person(personId)}#note`}
          >
            {(others) => (
              <Suspense>
                {others.map(({ registrationId, name }) => (
                  <KeepAway
                    key={registrationId}
                    eventId={event.id}
                    personId={registrationId}
                    name={name}
                    look={others.length > 1 ? 'named' : 'plain'}
                    onBlocked={() => navigate(to.introductions, { replace: true })}
                  />
                ))}
              </Suspense>
            )}
          </IntroductionDetail>
        );
      }}
    </QueryView>
  );
}
