import type { RoundClock, RoundDeskPerson, RoundDeskTable, RoundsDesk } from '@teabreak/shared';
import { useState } from 'react';
import { PageSection } from '../../../components/page-section.js';
import { SearchField } from '../../../components/search-field.js';
import { EmptyState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { PersonSheet } from './person-sheet.js';
import styles from './rounds-desk.module.css';
import { TableCard } from './table-card.js';

const PEOPLE = ['sittingOut', 'meeting', 'waiting', 'out'] as const;

/** Every table, and everybody who has none. A tap on a name is where a host helps (R4). */
export function RoundTables({ desk, clock, eventId }: { desk: RoundsDesk; clock: RoundClock; eventId: string }) {
  const { t } = useTranslation('rounds-desk');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<RoundDeskPerson | null>(null);
  const tables = desk.tables.filter((table) => table.people.some(({ name }) => matches(name, search)));
  return (
    <>
      {PEOPLE.filter((kind) => desk[kind].length > 0).map((kind) => (
        <PageSection key={kind} title={t(`people.${kind}`)} hint={t(`people.${kind}Hint`)}>
          <ul className={styles.people}>
            {desk[kind].map((person) => (
              <li key={person.registrationId}>
                <button type="button" className={styles.person} onClick={() => setChosen(person)}>
                  {person.name}
                </button>
              </li>
            ))}
          </ul>
        </PageSection>
      ))}
      <PageSection title={t('tables', { count: desk.tables.length })} hint={t('tablesHint')}>
        <SearchField label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
        {desk.tables.length === 0 && <EmptyState title={t('noTables')} />}
        {desk.tables.length > 0 && tables.length === 0 && <NoMatch onClear={() => setSearch('')} />}
        <ul className={styles.tables}>
          {tables.map((table) => (
            <TableCard
              key={table.table}
              table={table}
              eventId={eventId}
              roundId={clock.roundId}
              last={clock.number === clock.of}
              onPerson={setChosen}
            />
          ))}
        </ul>
      </PageSection>
      <PersonSheet
        person={chosen}
        seat={chosen && seatOf(desk.tables, chosen)}
        desk={desk}
        eventId={eventId}
        roundId={clock.roundId}
        onClose={() => setChosen(null)}
      />
    </>
  );
}

const matches = (name: string, search: string) => name.toLowerCase().includes(search.trim().toLowerCase());

function seatOf(tables: readonly RoundDeskTable[], { registrationId }: RoundDeskPerson) {
  const table = tables.find(({ people }) => people.some((person) => person.registrationId === registrationId));
  const person = table?.people.find((one) => one.registrationId === registrationId);
  return table && person ? { table: table.table, absent: person.absent } : null;
}
