import { useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { ExchangeEntries } from '../features/cards/components/exchange-entries.js';
import { MyCardView } from '../features/cards/components/my-card.js';
import { useEvent } from '../features/events/events.queries.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import styles from './person.module.css';

export function CardPage() {
  const { t } = useTranslation('cards');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={useEvent(slug)}>
        {({ id }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.card)}>
            {() => (
              <>
                <MyCardView eventId={id} scanPath={to.scan} editPath={to.me} />
                <section className={styles.actions}>
                  <h2>{t('swapped')}</h2>
                  <ExchangeEntries eventId={id} />
                </section>
              </>
            )}
          </WithRegistration>
        )}
      </QueryView>
    </div>
  );
}
