import type { Guest } from '@teabreak/shared';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { IconButton } from '../../../components/button.js';
import { CloseIcon } from '../../../components/first-icons.js';
import { QueryView } from '../../../components/query-view.js';
import { SearchField } from '../../../components/search-field.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useDebounced } from '../../../lib/use-debounced.js';
import { useGuestsByName } from '../introductions.queries.js';
import styles from './bring-together.module.css';
import { OfferBetween } from './offer-between.js';

type Picked = { id: string; name: string };

/** A host picks two guests: "you two should meet" (I4). */
export function BringTogether({ eventId, onOffered }: { eventId: string; onOffered: () => void }) {
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const { t } = useTranslation('host-desk');
  const [one, other] = picked;
  return (
    <div className={styles.body}>
      {picked.map(({ id, name }) => (
        <p key={id} className={styles.picked}>
          <Avatar name={name} size="s" />
          <strong>{name}</strong>
          <IconButton
            label={t('notThem', { name })}
            icon={CloseIcon}
            onClick={() => setPicked(picked.filter((person) => person.id !== id))}
          />
        </p>
      ))}
      {one && other ? (
        <OfferBetween
          eventId={eventId}
          oneId={one.id}
          otherId={other.id}
          names={{ one: one.name, other: other.name }}
          mayJoin
          onOffered={onOffered}
        />
      ) : (
        <PickGuest
          key={picked.length}
          eventId={eventId}
          label={t(one ? 'pickOther' : 'pickOne', { name: one?.name ?? '' })}
          without={one?.id}
          onPick={(guest) => setPicked([...picked, guest])}
        />
      )}
    </div>
  );
}

type PickProps = { eventId: string; label: string; without: string | undefined; onPick: (guest: Picked) => void };

function PickGuest({ eventId, label, without, onPick }: PickProps) {
  const { t } = useTranslation('host-desk');
  const [q, setQ] = useState('');
  const query = useGuestsByName(eventId, useDebounced(q, 200));
  const fitting = ({ id, claimed, source }: Guest) => id !== without && (claimed || source !== 'imported');
  return (
    <>
      <h3>{label}</h3>
      <SearchField label={label} placeholder={t('searchGuests')} value={q} onChange={setQ} />
      <QueryView
        query={query}
        isEmpty={({ guests }) => !guests.some(fitting)}
        empty={<EmptyState title={t('nobodyFound')}>{t('nobodyFoundText')}</EmptyState>}
      >
        {({ guests }) => (
          <ul className={styles.guests}>
            {guests.filter(fitting).map(({ id, name, headline, company }) => (
              <li key={id}>
                <button type="button" className={styles.guest} onClick={() => onPick({ id, name })}>
                  <Avatar name={name} size="s" />
                  <span>
                    <strong>{name}</strong>
                    <span className={styles.headline}>{headline || company}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}
