import type { RoundDeskPerson, RoundsDesk } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { SearchField } from '../../../components/search-field.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAbsent, useSwap } from '../rounds.mutations.js';
import styles from './rounds-desk.module.css';

type Props = {
  person: RoundDeskPerson | null;
  /** Where the person sits in this round; null: nowhere. */
  seat: { table: number; absent: boolean } | null;
  desk: RoundsDesk;
  eventId: string;
  roundId: string;
  onClose: () => void;
};

/** What a host can do for one person: say whether they are here, and give them another seat (R4). */
export function PersonSheet({ person, ...rest }: Props) {
  return (
    <Sheet open={person !== null} onClose={rest.onClose} title={person?.name ?? ''}>
      {person && <Acts key={person.registrationId} person={person} {...rest} />}
    </Sheet>
  );
}

function Acts({ person, seat, desk, eventId, roundId, onClose }: Props & { person: RoundDeskPerson }) {
  const { t } = useTranslation('rounds-desk');
  const absent = useAbsent(eventId, roundId);
  const swap = useSwap(eventId, roundId);
  const gone = seat?.absent ?? desk.out.some(({ registrationId }) => registrationId === person.registrationId);
  const waits = [...desk.waiting, ...desk.meeting].some(
    ({ registrationId }) => registrationId === person.registrationId,
  );
  const tell = () =>
    absent.mutate({ registrationId: person.registrationId, absent: !gone }, { onSuccess: () => onClose() });
  const change = (other: string) => swap.mutate({ one: person.registrationId, other }, { onSuccess: () => onClose() });
  return (
    <div className={styles.sheet}>
      <p className={styles.soft}>{seat ? t('sitsAt', { table: seat.table }) : t('sitsNowhere')}</p>
      <FormFailure failure={absent.error ?? swap.error} />
      {(seat || gone) && (
        <Button variant="secondary" busy={absent.isPending} onClick={tell}>
          {t(gone ? 'isHere' : 'isAbsent')}
        </Button>
      )}
      {!waits && !gone && <SwapList person={person} desk={desk} busy={swap.isPending} onChange={change} />}
    </div>
  );
}

type SwapProps = { person: RoundDeskPerson; desk: RoundsDesk; busy: boolean; onChange: (other: string) => void };

function SwapList({ person, desk, busy, onChange }: SwapProps) {
  const { t } = useTranslation('rounds-desk');
  const [search, setSearch] = useState('');
  const own = desk.tables.find(({ people }) => people.some((one) => one.registrationId === person.registrationId));
  const others = [
    ...desk.tables
      .filter((table) => table !== own)
      .flatMap(({ table, people }) => people.map((one) => ({ ...one, where: t('atTable', { table }) }))),
    ...desk.sittingOut
      .filter(({ registrationId }) => own && registrationId !== person.registrationId)
      .map((one) => ({ ...one, where: t('people.sittingOut') })),
  ];
  const found = others.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  if (others.length === 0) return null;
  return (
    <section className={styles.swap}>
      <h3>{t('swapWith')}</h3>
      <SearchField label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
      {found.length === 0 && <NoMatch onClear={() => setSearch('')} />}
      <ul className={styles.choices}>
        {found.map(({ registrationId, name, where }) => (
          <li key={registrationId}>
            <button type="button" className={styles.person} disabled={busy} onClick={() => onChange(registrationId)}>
              <span>{name}</span>
              <span className={styles.soft}>{where}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
