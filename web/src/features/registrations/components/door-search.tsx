import type { Guest } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { QueryView } from '../../../components/query-view.js';
import { SearchField } from '../../../components/search-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useDebounced } from '../../../lib/use-debounced.js';
import { aboutOf, STATUS_TONES } from '../guest-look.js';
import { useGuestSearch } from '../guests.queries.js';
import styles from './door.module.css';

type Props = { eventId: string; onPick: (guest: { registrationId: string; name: string }) => void };

/** For whoever left the ticket at home: Chinese, pinyin, initials or Latin (E4). */
export function DoorSearch({ eventId, onPick }: Props) {
  const { t } = useTranslation('door');
  const [text, setText] = useState('');
  const q = useDebounced(text.trim(), 200);
  const query = useGuestSearch(eventId, q);
  return (
    <div className={styles.part}>
      <SearchField label={t('search')} placeholder={t('guests:searchHint')} value={text} onChange={setText} />
      {q && (
        <QueryView query={query} isNoMatch={({ guests }) => guests.length === 0} onClearFilters={() => setText('')}>
          {({ guests }) => (
            <ul className={styles.matches}>
              {guests.map((guest) => (
                <Match key={guest.id} guest={guest} onPick={onPick} />
              ))}
            </ul>
          )}
        </QueryView>
      )}
    </div>
  );
}

function Match({ guest, onPick }: { guest: Guest; onPick: Props['onPick'] }) {
  const { t } = useTranslation('door');
  const { id, name, status, checkedInAt } = guest;
  const shown = checkedInAt ? 'checked-in' : status;
  return (
    <li className={styles.match}>
      <div className={styles.who}>
        <p className={styles.matchName}>{name}</p>
        <p className={styles.soft}>{aboutOf(guest)}</p>
      </div>
      {shown === 'confirmed' ? (
        <Button aria-label={t('checkInName', { name })} onClick={() => onPick({ registrationId: id, name })}>
          {t('checkIn')}
        </Button>
      ) : (
        <Badge tone={STATUS_TONES[shown]}>{t(`guests:status.${shown}`)}</Badge>
      )}
    </li>
  );
}
