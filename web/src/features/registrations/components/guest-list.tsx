import type { Guest, GuestPage } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { QueryView } from '../../../components/query-view.js';
import { SearchField } from '../../../components/search-field.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useDebounced } from '../../../lib/use-debounced.js';
import { GUEST_STATUSES, useGuestFilter } from '../guest-filter.js';
import { useGuestsLive } from '../guests.live.js';
import { type GuestStatus, useGuests } from '../guests.queries.js';
import styles from './guest-list.module.css';
import { GuestRow } from './guest-row.js';
import { GuestSheet } from './guest-sheet.js';

type Props = { eventId: string; timeZone: string; manages: boolean; empty: React.ReactNode };

const TYPING_MS = 250;
const countOf = (status: GuestStatus, counts: GuestPage['counts']): number =>
  status === 'all' ? counts.total : status === 'checked-in' ? counts.checkedIn : counts[status];

/** Everybody on the list; the server searches, in Chinese, pinyin, initials and Latin (E4). */
export function GuestList({ eventId, timeZone, manages, empty }: Props) {
  const { t } = useTranslation('guests');
  const { filter, change, clear } = useGuestFilter();
  const [shown, setShown] = useState<string | null>(null);
  const q = useDebounced(filter.q.trim(), TYPING_MS);
  const query = useGuests(eventId, { ...filter, q });
  useGuestsLive(eventId);
  const counts = query.data?.pages[0]?.counts;
  const guests = query.data?.pages.flatMap((page) => page.guests) ?? [];
  const open = guests.find((guest) => guest.id === shown);
  return (
    <>
      <search className={styles.filters}>
        <SearchField
          label={t('search')}
          placeholder={t('searchHint')}
          value={filter.q}
          onChange={(text) => change({ q: text })}
        />
        <FilterBar label={t('filter')}>
          {GUEST_STATUSES.filter((status) => status === 'all' || !counts || countOf(status, counts) > 0).map(
            (status) => (
              <FilterChip
                key={status}
                pressed={filter.status === status}
                count={counts && countOf(status, counts)}
                onChange={() => change({ status })}
              >
                {t(`status.${status}`)}
              </FilterChip>
            ),
          )}
        </FilterBar>
      </search>
      <QueryView
        query={query}
        isEmpty={() => counts?.total === 0}
        empty={<EmptyState title={t('empty')}>{empty}</EmptyState>}
        isNoMatch={() => guests.length === 0}
        onClearFilters={clear}
      >
        {() => <Rows guests={guests} timeZone={timeZone} manages={manages} eventId={eventId} onOpen={setShown} />}
      </QueryView>
      {query.hasNextPage && (
        <Button variant="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <GuestSheet eventId={eventId} guest={open} timeZone={timeZone} manages={manages} onClose={() => setShown(null)} />
    </>
  );
}

type RowsProps = Omit<Props, 'empty'> & { guests: readonly Guest[]; onOpen: (id: string) => void };

function Rows({ guests, onOpen, ...rest }: RowsProps) {
  return (
    <ul className={styles.list}>
      {guests.map((guest) => (
        <GuestRow key={guest.id} guest={guest} onOpen={() => onOpen(guest.id)} {...rest} />
      ))}
    </ul>
  );
}
