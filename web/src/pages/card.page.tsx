import { Suspense } from 'react';
import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { ExchangeEntries } from '../features/cards/components/exchange-entries.js';
import { CardContents, MyCardView } from '../features/cards/components/my-card.js';
import { WaitingExchanges } from '../features/cards/components/waiting-exchanges.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const KeepAway = later(() => import('../features/circle/components/keep-away.js').then((file) => file.KeepAway));

export function CardPage() {
  const { t } = useTranslation('cards');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {({ id }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.card)}>
            {() => (
              <>
                <WaitingExchanges eventId={id}>
                  {({ registrationId, name }) => (
                    <Suspense>
                      <KeepAway eventId={id} personId={registrationId} name={name} look="icon" />
                    </Suspense>
                  )}
                </WaitingExchanges>
                <MyCardView eventId={id} scanPath={to.scan} />
                <PageSection title={t('swapped')}>
                  <ExchangeEntries eventId={id} personPath={to.person}>
                    {({ registrationId, name }) => (
                      <Suspense>
                        <KeepAway eventId={id} personId={registrationId} name={name} />
                      </Suspense>
                    )}
                  </ExchangeEntries>
                </PageSection>
                <CardContents eventId={id} editPath={to.me} />
              </>
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
