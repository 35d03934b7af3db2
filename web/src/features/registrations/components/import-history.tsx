import type { GuestImportReport } from '@teabreak/shared';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './import.module.css';
import { ImportReport } from './import-report.js';

/** Earlier lists, each opens to its report. */
export function ImportHistory({ reports, timeZone }: { reports: readonly GuestImportReport[]; timeZone: string }) {
  const { t } = useTranslation('import');
  const format = useTime(timeZone);
  return (
    <ul className={styles.history}>
      {reports.map((report) => (
        <li key={report.id}>
          <details className={styles.earlier}>
            <summary>
              <strong>{report.fileName}</strong>{' '}
              <span className={styles.soft}>
                {format.dayTime(report.createdAt)} ·{' '}
                {t('short', { created: report.created, updated: report.updated, rejected: report.rejected })}
              </span>
            </summary>
            <ImportReport report={report} />
          </details>
        </li>
      ))}
    </ul>
  );
}
