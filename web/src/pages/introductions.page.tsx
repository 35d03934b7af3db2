import { useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { EncounterEntries } from '../features/encounters/components/encounter-entries.js';
import { useEvent } from '../features/events/events.queries.js';
import { IntroductionEntries } from '../features/introductions/components/introduction-list.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import styles from './person.module.css';

export function IntroductionsPage() {
  const { t } = useTranslation('introductions');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={useEvent(slug)}>
        {({ id }) => (
          <>
            <IntroductionEntries eventId={id} introductionPath={to.introduction} />
            <section className={styles.actions}>
              <h2>{t('encounters:title')}</h2>
              <EncounterEntries eventId={id} personPath={to.person} />
            </section>
          </>
        )}
      </QueryView>
    </div>
  );
}
