import { useTranslation } from '../../../lib/i18n.js';
import styles from './board-loading.module.css';

const ROWS = [1, 2, 3, 4];

/** In the shape of what comes, so that nothing jumps when it is there. `rowsOnly`: below the filters. */
export function BoardLoading({ rowsOnly = false }: { rowsOnly?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {!rowsOnly && (
        <>
          <span className={`${styles.search} ${styles.soft}`} />
          <span className={styles.filters}>
            <span className={styles.soft} />
            <span className={styles.soft} />
          </span>
        </>
      )}
      {ROWS.map((row) => (
        <span key={row} className={styles.row}>
          <span className={`${styles.bowl} ${styles.soft}`} />
          <span className={styles.lines}>
            <span className={styles.soft} />
            <span className={styles.soft} />
            <span className={styles.soft} />
          </span>
        </span>
      ))}
    </div>
  );
}
