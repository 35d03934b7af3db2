import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { ExchangeEntries } from '../features/cards/components/exchange-entries.js';
import { CardContents, MyCardView } from '../features/cards/components/my-card.js';
import { WaitingExchanges } from '../features/cards/components/waiting-exchanges.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

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
                <WaitingExchanges eventId={id} />
                <MyCardView eventId={id} scanPath={to.scan} />
                <PageSection title={t('swapped')}>
                  <ExchangeEntries eventId={id} personPath={to.person} />
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
