import type { Conversation, ConversationPage } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { QueryView } from '../../../components/query-view.js';
import { SearchField } from '../../../components/search-field.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useDebounced } from '../../../lib/use-debounced.js';
import { type ConversationFilter, useConversations } from '../conversations.queries.js';
import { useEncountersLive } from '../encounters.live.js';
import { useNoteSending } from '../use-note-sending.js';
import styles from './encounters.module.css';
import { TalkCard } from './talk-card.js';

const TYPING_MS = 250;
const ALL: ConversationFilter = { q: '', only: 'all' };

/** Everybody I ever talked with, event by event (G5), to be found by name or by my own words. */
export function ConversationList({ eventId }: { eventId: string }) {
  const { t } = useTranslation('encounters');
  const [filter, setFilter] = useState(ALL);
  useEncountersLive(eventId);
  useNoteSending();
  const q = useDebounced(filter.q.trim(), TYPING_MS);
  const query = useConversations({ q, only: filter.only });
  const total = query.data?.pages[0]?.total;
  return (
    <>
      {total !== 0 && (
        <>
          <SearchField
            label={t('search')}
            placeholder={t('search')}
            value={filter.q}
            onChange={(text) => setFilter({ ...filter, q: text })}
          />
          <FilterBar label={t('filter.label')}>
            {(['all', 'open'] as const).map((only) => (
              <FilterChip key={only} pressed={filter.only === only} onChange={() => setFilter({ ...filter, only })}>
                {t(`filter.${only}`)}
              </FilterChip>
            ))}
          </FilterBar>
        </>
      )}
      <QueryView
        query={query}
        isEmpty={() => total === 0}
        empty={<EmptyState title={t('noneYet')}>{t('empty')}</EmptyState>}
        isNoMatch={({ pages }) => pages[0]?.matching === 0}
        onClearFilters={() => setFilter(ALL)}
      >
        {({ pages }) => (
          <>
            <Events pages={pages} />
            {query.hasNextPage && (
              <Button
                variant="secondary"
                full
                busy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function Events({ pages }: { pages: readonly ConversationPage[] }) {
  const byEvent = new Map<string, Conversation[]>();
  for (const one of pages.flatMap(({ conversations }) => conversations))
    byEvent.set(one.event.id, [...(byEvent.get(one.event.id) ?? []), one]);
  return [...byEvent.values()].map((conversations) => {
    const event = conversations[0]?.event;
    return (
      event && (
        <section key={event.id} className={styles.list} aria-label={event.title}>
          <h2 className={styles.event}>{event.title}</h2>
          <ul className={styles.list}>
            {conversations.map((one) => (
              <li key={one.id}>
                <TalkCard
                  eventId={event.id}
                  encounter={one}
                  personPath={paths.event(event.slug).person(one.person.registrationId)}
                />
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}
