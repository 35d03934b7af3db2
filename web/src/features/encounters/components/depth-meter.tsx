import type { EncounterView } from '@teabreak/shared';
import { useTranslation } from '../../../lib/i18n.js';
import { BOWLS, DEEP_ENOUGH, isDeep } from '../depth.js';
import styles from './encounters.module.css';

/** F2: bowls that fill with real conversations. Three are a good evening; it asks for no more, and counts no further than five. */
export function DepthMeter({ encounters }: { encounters: readonly Pick<EncounterView, 'note'>[] }) {
  const { t } = useTranslation('encounters');
  const deep = encounters.filter(({ note }) => isDeep(note)).length;
  const filled = Math.min(deep, BOWLS.length);
  const words = filled === 0 ? 'none' : filled < DEEP_ENOUGH ? 'some' : 'enough';
  return (
    <div className={styles.depth}>
      <span className={styles.bowls} aria-hidden="true">
        {BOWLS.slice(0, Math.max(DEEP_ENOUGH, filled)).map((place) => (
          <svg
            key={place}
            aria-hidden="true"
            viewBox="0 0 32 24"
            width="36"
            height="27"
            className={place <= filled ? styles.full : styles.empty}
          >
            <path d="M4 6h24a12 12 0 0 1-8.500 11.500V20h-7v-2.500A12 12 0 0 1 4 6z" />
          </svg>
        ))}
      </span>
      <p className={styles.soft}>{t(`depth.${words}`, { count: filled })}</p>
    </div>
  );
}
