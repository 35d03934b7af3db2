import { CheckIcon, CloseIcon, type Icon, OfflineIcon } from '../../../components/first-icons.js';
import { ClockIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import type { DoorKind, DoorResult } from '../door-result.js';
import styles from './door.module.css';

const LOOKS: Record<DoorKind, { tone: 'go' | 'wait' | 'stop'; icon: Icon }> = {
  'checked-in': { tone: 'go', icon: CheckIcon },
  already: { tone: 'wait', icon: ClockIcon },
  kept: { tone: 'wait', icon: OfflineIcon },
  'not-confirmed': { tone: 'stop', icon: CloseIcon },
  unknown: { tone: 'stop', icon: CloseIcon },
  refused: { tone: 'stop', icon: CloseIcon },
};

/** What the last scan came to, to be told apart at arm's length: colour, shape and word say the same. */
export function DoorBanner({ result, timeZone }: { result: DoorResult | null; timeZone: string }) {
  const { t } = useTranslation('door');
  const look = result && LOOKS[result.kind];
  return (
    <div role="status" aria-live="assertive" className={styles.live}>
      {result && look && (
        // Its own key: the same person twice is announced twice, and moves twice.
        <div key={result.scanId + result.kind} className={`${styles.banner} ${styles[look.tone]}`}>
          <look.icon width={64} height={64} />
          <div>
            <p className={styles.word}>{t(`result.${result.kind}`)}</p>
            {result.name && <p className={styles.name}>{result.name}</p>}
            {result.headline && <p>{result.headline}</p>}
            <p className={styles.why}>
              <Why result={result} timeZone={timeZone} />
            </p>
          </div>
        </div>
      )}
    </div>
  );
}

function Why({ result, timeZone }: { result: DoorResult; timeZone: string }) {
  const { t } = useTranslation('door');
  const format = useTime(timeZone);
  const { kind, first, status, message } = result;
  if (kind === 'already' && first) {
    const at = format.time(first.at);
    return first.gate ? t('first.at', { time: at, gate: first.gate }) : t('first.when', { time: at });
  }
  if (kind === 'not-confirmed' && status) return t(`because.${status}`);
  if (kind === 'refused') return message || t('common:error.unknown');
  return kind === 'checked-in' ? null : t(`because.${kind}`);
}
