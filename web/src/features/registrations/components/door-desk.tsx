import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Scanner } from '../../../components/scanner/scanner.js';
import { Segmented } from '../../../components/segmented.js';
import { Notice } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { kept } from '../../../lib/storage.js';
import { useGuestsLive } from '../guests.live.js';
import { useGuestSearch } from '../guests.queries.js';
import { useDoor } from '../use-door.js';
import styles from './door.module.css';
import { DoorBanner } from './door-banner.js';
import { DoorRecent } from './door-recent.js';
import { DoorSearch } from './door-search.js';
import { TicketEntry } from './ticket-entry.js';
import { WalkIn } from './walk-in.js';

const WAYS = ['scan', 'search', 'walk-in'] as const;
type Way = (typeof WAYS)[number];

/** Check-in on a phone held in one hand (E4). */
export function DoorDesk({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const { t } = useTranslation('door');
  const [way, setWay] = useState<Way>('scan');
  const [gate, setGate] = useState(() => kept.read('gate') ?? '');
  const door = useDoor(eventId, gate);
  const nameGate = (name: string) => {
    kept.write('gate', name);
    setGate(name);
  };
  return (
    <div className={styles.desk}>
      <DoorBanner result={door.result} timeZone={timeZone} />
      {door.waiting > 0 && (
        <Notice tone="tea">
          <p>{t('waiting', { count: door.waiting })}</p>
          <Button variant="secondary" size="s" onClick={door.flush}>
            {t('sendNow')}
          </Button>
        </Notice>
      )}
      <Segmented
        label={t('ways')}
        options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === 'scan' && (
        <div className={styles.part} aria-busy={door.busy}>
          <Scanner label={t('aim')} onText={(ticket) => void door.scan({ ticket })} />
          <TicketEntry onText={(ticket) => void door.scan({ ticket })} />
        </div>
      )}
      {way === 'search' && <DoorSearch eventId={eventId} onPick={(guest) => void door.scan(guest)} />}
      {way === 'walk-in' && (
        <div className={styles.part}>
          <WalkIn eventId={eventId} gate={gate} />
        </div>
      )}
      <DoorRecent recent={door.recent} timeZone={timeZone} />
      <TextField
        label={t('gate')}
        hint={t('gateHint')}
        optional
        name="gate"
        maxLength={40}
        value={gate}
        onChange={nameGate}
      />
    </div>
  );
}

/** How full the room is. Nothing while it is not known. */
export function DoorCounts({ eventId }: { eventId: string }) {
  const { t } = useTranslation('door');
  const { data } = useGuestSearch(eventId, '');
  useGuestsLive(eventId);
  if (!data) return null;
  return (
    <p className={styles.counts}>
      <strong>{data.counts.checkedIn}</strong> {t('ofConfirmed', { count: data.counts.confirmed })}
    </p>
  );
}
