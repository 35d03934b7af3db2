import type { BoardRelations } from '@teabreak/shared';
import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useBoardLive } from '../board.live.js';
import { useBoard, useRelations } from '../board.queries.js';
import { languagesOn, visiblePeople } from '../board-filter.js';
import type { BoardState } from '../board-state.js';
import { useBoardFilter } from '../use-board-filter.js';
import { BoardFilters } from './board-filters.js';
import styles from './board-view.module.css';
import { PersonRow } from './person-row.js';

type Props = { eventId: string; slug: string; me: string };

/** Everybody who is here and wants to be found (B1), as of now. */
export function BoardView({ eventId, slug, me }: Props) {
  const { t } = useTranslation('board');
  const board = useBoard(eventId);
  useBoardLive(eventId, board.data !== undefined);
  return (
    <QueryView
      query={board}
      isEmpty={({ people }) => people.size === 0 || (people.size === 1 && people.has(me))}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    >
      {(state) => <People state={state} slug={slug} me={me} />}
    </QueryView>
  );
}

function People({ state, slug, me }: { state: BoardState; slug: string; me: string }) {
  const { t } = useTranslation('board');
  const relations = useRelations(state.eventId).data ?? NO_RELATIONS;
  const { filter, change, clear } = useBoardFilter();
  const shown = useMemo(
    () => visiblePeople(state.people.values(), filter, relations, me),
    [state.people, filter, relations, me],
  );
  const languages = useMemo(() => languagesOn(state.people.values()), [state.people]);
  const free = [...state.people.values()].filter((person) => person.presence === 'free' && person.id !== me).length;
  return (
    <div className={styles.board}>
      <BoardFilters filter={filter} onChange={change} languages={languages} freeCount={free} />
      <p className={styles.count} role="status">
        {t('count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <NoMatch onClear={clear} />
      ) : (
        <ul className={styles.people}>
          {shown.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              relation={relations[person.id]}
              to={paths.event(slug).person(person.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const NO_RELATIONS: BoardRelations = {};
