import type { GuestImportRemark, GuestImportReport } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { Stat, Stats } from '../../../components/stat.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './import.module.css';

const REMARKS_SHOWN = 50;

/** What became of one list: numbers, then every line that needs a look, then how its columns were read. */
export function ImportReport({ report }: { report: GuestImportReport }) {
  const { t } = useTranslation('import');
  const { rowsRead, created, updated, unchanged, rejected, remarks } = report;
  return (
    <div className={styles.report}>
      <Stats>
        <Stat label={t('read')} value={rowsRead} />
        <Stat label={t('created')} value={created} />
        <Stat label={t('updated')} value={updated} />
        <Stat label={t('unchanged')} value={unchanged} />
        <Stat label={t('rejected')} value={rejected} tone={rejected > 0 ? 'tea' : 'plain'} />
      </Stats>
      {remarks.length === 0 ? <p>{t('clean')}</p> : <Remarks remarks={remarks} />}
      <Columns columns={report.columns} />
    </div>
  );
}

/** Errors first: those rows are missing from the guest list. */
function Remarks({ remarks }: { remarks: readonly GuestImportRemark[] }) {
  const { t } = useTranslation('import');
  const [all, setAll] = useState(false);
  const sorted = [...remarks].sort(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error') || one.line - other.line,
  );
  const shown = all ? sorted : sorted.slice(0, REMARKS_SHOWN);
  return (
    <section className={styles.part}>
      <h3>{t('remarks')}</h3>
      <ul className={styles.remarks}>
        {shown.map((remark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and a line may have the same remark twice
          <li key={index} className={styles.remark}>
            <span className={styles.line}>{t('line', { line: remark.line })}</span>
            <Badge tone={remark.severity === 'error' ? 'seal' : 'tea'}>{t(`severity.${remark.severity}`)}</Badge>
            <span className={styles.sentence}>
              {remark.message}
              {(remark.column || remark.value) && (
                <span className={styles.where}>
                  {remark.column}
                  {remark.column && remark.value && ': '}
                  {remark.value && <code>{remark.value}</code>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!all && remarks.length > shown.length && (
        <Button variant="secondary" onClick={() => setAll(true)}>
          {t('allRemarks', { count: remarks.length })}
        </Button>
      )}
    </section>
  );
}

function Columns({ columns }: Pick<GuestImportReport, 'columns'>) {
  const { t } = useTranslation('import');
  return (
    <details className={styles.columns}>
      <summary>{t('columns', { used: columns.filter(({ field }) => field).length, count: columns.length })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('header')}</th>
            <th scope="col">{t('becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, field }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header, and their order is fixed
            <tr key={index}>
              <th scope="row">{header || t('noHeader')}</th>
              <td>{field ? t(`field.${field}`) : <span className={styles.soft}>{t('ignored')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
