import type { BoardRelations } from '@teabreak/shared';
import { useMemo } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useBoardLive } from '../board.live.js';
import { useBoard, useRelations } from '../board.queries.js';
import { languagesOn, NO_FILTER, presencesOf, visiblePeople } from '../board-filter.js';
import type { BoardState } from '../board-state.js';
import { useBoardFilter } from '../use-board-filter.js';
import { useKeptPlace } from '../use-kept-place.js';
import { BoardFilters } from './board-filters.js';
import styles from './board-view.module.css';
import { PersonRow } from './person-row.js';

type Props = {
  eventId: string;
  me: string;
  placeNames: ReadonlyMap<string, string>;
  personPath: (personId: string) => string;
};

/** Everybody who is here and wants to be found (B1), as of now. */
export function BoardView({ eventId, ...shown }: Props) {
  const { t } = useTranslation('board');
  const board = useBoard(eventId);
  const relations = useRelations(eventId);
  useBoardLive(eventId, board.data !== undefined);
  return (
    <QueryView
      query={board}
      loading={<Loading />}
      isEmpty={({ people }) => people.size === 0 || (people.size === 1 && people.has(shown.me))}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    >
      {(state) => (
        // Together with what they are to me: who is blocked must not be seen for a moment, either (I6).
        <QueryView query={relations} loading={<Loading />}>
          {(known) => <People state={state} relations={known} {...shown} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function Loading() {
  return (
    <div className={styles.people}>
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
    </div>
  );
}

type PeopleProps = Omit<Props, 'eventId'> & { state: BoardState; relations: BoardRelations };

function People({ state, relations, me, placeNames, personPath }: PeopleProps) {
  const { t } = useTranslation('board');
  const { eventId, people } = state;
  const { filter, change, clear } = useBoardFilter();
  const keepPlace = useKeptPlace(`board-${eventId}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is a new look; what changes meanwhile moves nothing
  const settled = useMemo(() => presencesOf(people.values()), [filter, eventId]);
  const shown = useMemo(
    () => visiblePeople(people.values(), filter, relations, me, settled),
    [people, filter, relations, me, settled],
  );
  const languages = useMemo(() => languagesOn(people.values()), [people]);
  const free = useMemo(
    () => visiblePeople(people.values(), { ...NO_FILTER, freeNow: true }, relations, me).length,
    [people, relations, me],
  );
  return (
    <div className={styles.board}>
      <BoardFilters filter={filter} onChange={change} languages={languages} freeCount={free} />
      <p className={styles.count} role="status">
        {t('count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <NoMatch onClear={clear} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: hears the clicks of the links in it, which the keyboard makes as well
        <ul className={styles.people} onClick={keepPlace}>
          {shown.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              relation={relations[person.id]}
              place={placeNames.get(person.placeId ?? '')}
              to={personPath(person.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
