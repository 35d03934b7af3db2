import type { MyRegistration, Place, Presence } from '@teabreak/shared';
import { Suspense, useEffect, useState } from 'react';
import { StatusDot } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import { sayPresence, useSaid } from '../presence.live.js';
import styles from './presence-switch.module.css';

const PlaceChoice = later(() => import('./place-choice.js').then((file) => file.PlaceChoice));

const PRESENCES: readonly Presence[] = ['free', 'talking', 'at-place', 'away'];
const dotOf = (presence: Presence) => (presence === 'at-place' ? 'at_place' : presence);

/** Most are sent before that, and need no words. */
const UNSENT_FOR_MS = 2000;

type Props = {
  registration: Pick<MyRegistration, 'eventId' | 'presence' | 'placeId'>;
  places: readonly Place[];
};

/** One tap tells the room whether one may be approached (B1); where the event has places, a second one says at which. */
export function PresenceSwitch({ registration, places }: Props) {
  const { t } = useTranslation('home');
  const [asking, setAsking] = useState(false);
  const said = useSaid(registration.eventId);
  const waits = useStandsFor(said, UNSENT_FOR_MS);
  const { presence: current, placeId } = said ?? registration;
  const place = places.find(({ id }) => id === placeId);
  const say = (presence: Presence, at: string | null = null) => sayPresence(registration.eventId, presence, at);
  const tap = (presence: Presence) => {
    if (presence === 'at-place' && places.length > 0) setAsking(true);
    else say(presence);
  };
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
            aria-haspopup={presence === 'at-place' && places.length > 0 ? 'dialog' : undefined}
            onClick={() => tap(presence)}
          >
            <StatusDot status={dotOf(presence)} />
            {t(`presence.${presence}`)}
          </button>
        ))}
      </div>
      <p className={styles.hint} aria-live="polite">
        {waits
          ? t('presence.waiting')
          : place
            ? t('presence.hint.found', { place: place.name })
            : t(`presence.hint.${current}`)}
      </p>
      <Suspense>
        {asking && (
          <PlaceChoice
            open
            places={places}
            current={current === 'at-place' ? placeId : undefined}
            onClose={() => setAsking(false)}
            onChoose={(at) => {
              setAsking(false);
              say('at-place', at);
            }}
          />
        )}
      </Suspense>
    </fieldset>
  );
}

/** Whether something is there and has not changed for a while. */
function useStandsFor(thing: object | null, ms: number): boolean {
  const [standing, setStanding] = useState<object | null>(null);
  useEffect(() => {
    if (!thing) return;
    const timer = setTimeout(setStanding, ms, thing);
    return () => clearTimeout(timer);
  }, [thing, ms]);
  return thing !== null && standing === thing;
}
