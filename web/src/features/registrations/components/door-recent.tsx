import { Badge, type Tone } from '../../../components/chip.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import type { DoorKind, DoorResult } from '../door-result.js';
import styles from './door.module.css';

const TONES: Record<DoorKind, Tone> = {
  'checked-in': 'jade',
  already: 'tea',
  kept: 'tea',
  'not-confirmed': 'seal',
  unknown: 'seal',
  refused: 'seal',
};

/** The last ten scans of this phone. */
export function DoorRecent({ recent, timeZone }: { recent: readonly DoorResult[]; timeZone: string }) {
  const { t } = useTranslation('door');
  const format = useTime(timeZone);
  if (recent.length === 0) return null;
  return (
    <PageSection title={t('recent')}>
      <ol className={styles.recent}>
        {recent.map(({ scanId, kind, name, at }) => (
          <li key={scanId} className={styles.scan}>
            <time className={styles.soft} dateTime={at}>
              {format.time(at)}
            </time>
            <span>{name || t('nobody')}</span>
            <Badge tone={TONES[kind]}>{t(`short.${kind}`)}</Badge>
          </li>
        ))}
      </ol>
    </PageSection>
  );
}
