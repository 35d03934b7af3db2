import type { MyRegistration, Presence } from '@teabreak/shared';
import { StatusDot } from '../../../components/chip.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { usePresence } from '../registrations.mutations.js';
import styles from './presence-switch.module.css';

const PRESENCES: readonly Presence[] = ['free', 'talking', 'at-place', 'away'];
const dotOf = (presence: Presence) => (presence === 'at-place' ? 'at_place' : presence);

/** One tap tells the room whether one may be approached (B1). */
export function PresenceSwitch({ registration }: { registration: Pick<MyRegistration, 'eventId' | 'presence'> }) {
  const { t } = useTranslation('home');
  const { chosen, choose } = usePresence(registration.eventId);
  const current = chosen ?? registration.presence;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('presence.label')}</legend>
      <div className={styles.choices}>
        {PRESENCES.map((presence) => (
          <button
            key={presence}
            type="button"
            className={styles.choice}
            aria-pressed={current === presence}
            onClick={() => choose(presence, () => toast(t('presence.notSaved'), 'seal'))}
          >
            <StatusDot status={dotOf(presence)} />
            {t(`presence.${presence}`)}
          </button>
        ))}
      </div>
      <p className={styles.hint} aria-live="polite">
        {t(`presence.hint.${current}`)}
      </p>
    </fieldset>
  );
}
