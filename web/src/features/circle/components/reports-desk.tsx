import type { Report } from '@teabreak/shared';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useReportsLive } from '../circle.live.js';
import { useReports } from '../circle.queries.js';
import styles from './circle.module.css';
import { ReportCard } from './report-card.js';

type Props = { eventId: string; timeZone: string; mayRemove: boolean };

/** What guests have reported (I6): first what nobody has handled. */
export function ReportsDesk({ eventId, timeZone, mayRemove }: Props) {
  const { t } = useTranslation('reports');
  const query = useReports(eventId);
  useReportsLive(eventId);
  const list = (reports: readonly Report[]) => (
    <ul className={styles.list}>
      {reports.map((report) => (
        <li key={report.id}>
          <ReportCard eventId={eventId} timeZone={timeZone} report={report} mayRemove={mayRemove} />
        </li>
      ))}
    </ul>
  );
  return (
    <QueryView
      query={query}
      isEmpty={({ reports }) => reports.length === 0}
      empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
    >
      {({ reports }) => {
        const open = reports.filter(({ handledAt }) => handledAt === null);
        const handled = reports.filter(({ handledAt }) => handledAt !== null);
        return (
          <>
            {open.length > 0 ? list(open) : <p>{t('nothingOpen')}</p>}
            {handled.length > 0 && <PageSection title={t('handled')}>{list(handled)}</PageSection>}
          </>
        );
      }}
    </QueryView>
  );
}
