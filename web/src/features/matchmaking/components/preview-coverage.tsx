import type { MatchPreview } from '@teabreak/shared';
import { Chip, Chips } from '../../../components/chip.js';
import { Stat, Stats } from '../../../components/stat.js';
import { useTranslation } from '../../../lib/i18n.js';
import { formatNumber } from '../../../lib/translate.js';
import styles from './preview-coverage.module.css';

type Coverage = MatchPreview['coverage'];
type Props = { coverage: Coverage; before: Coverage | undefined };

const UNMET_SHOWN = 12;
const percent = ({ mutualShare }: Coverage): number => Math.round(100 * mutualShare);

/** Is everybody served, is it mutual, is nobody swamped, and what is asked for that nobody here has (O1). */
export function PreviewCoverage({ coverage, before }: Props) {
  const { t, language } = useTranslation('matching');
  const changed = (read: (one: Coverage) => number): string => {
    const by = before ? read(coverage) - read(before) : 0;
    const sign = by > 0 ? '+' : '−';
    return by === 0 ? '' : ` (${sign}${formatNumber(Math.abs(by), language)})`;
  };
  const { unmet } = coverage;
  return (
    <>
      <Stats>
        <Stat
          label={t('coverage.withList') + changed((one) => one.withList)}
          value={coverage.withList}
          of={coverage.withGoal}
        />
        <Stat label={t('coverage.mutual') + changed(percent)} value={percent(coverage)} unit="%" />
        <Stat label={t('coverage.mostLists') + changed((one) => one.mostLists)} value={coverage.mostLists} />
        <Stat
          label={t('coverage.unmet') + changed((one) => one.unmet.length)}
          value={unmet.length}
          tone={unmet.length > 0 ? 'tea' : 'plain'}
        />
      </Stats>
      {coverage.withGoal < coverage.people && (
        <p className={styles.note}>{t('coverage.silent', { count: coverage.people - coverage.withGoal })}</p>
      )}
      {unmet.length > 0 && (
        <details className={styles.unmet}>
          <summary>{t('coverage.unmetTitle', { count: unmet.length })}</summary>
          <p className={styles.note}>{t('coverage.unmetHint')}</p>
          <ul className={styles.list}>
            {unmet.slice(0, UNMET_SHOWN).map(({ registrationId, name, seeks }) => (
              <li key={registrationId} className={styles.row}>
                <strong>{name}</strong>
                <Chips>
                  {seeks.map((tag) => (
                    <Chip key={tag} tone="tea">
                      {tag}
                    </Chip>
                  ))}
                </Chips>
              </li>
            ))}
          </ul>
          {unmet.length > UNMET_SHOWN && (
            <p className={styles.note}>{t('coverage.more', { count: unmet.length - UNMET_SHOWN })}</p>
          )}
        </details>
      )}
    </>
  );
}
