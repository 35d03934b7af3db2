import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useOnBoard } from '../board.queries.js';
import type { Relations } from '../board-filter.js';
import type { BoardState } from '../board-state.js';
import type { Line } from '../people-list.js';
import { useFirstRows } from '../use-first-rows.js';
import { useKeptFocus } from '../use-kept-focus.js';
import { useKeptPlace, useReturnTo } from '../use-kept-place.js';
import styles from './people-rows.module.css';
import { PersonRow } from './person-row.js';

type Shown = {
  board: BoardState;
  relations: Relations;
  placeNames: ReadonlyMap<string, string>;
  personPath: ((personId: string) => string) | null;
  isOver: boolean;
};

/** The guess for rows that were not seen yet; those on the screen are measured. */
const USUAL_HEIGHT = 190;
const GAP = 12;
const rowId = (personId: string) => `person-${personId}`;

/** Ten thousand people, of whom only those near the screen are drawn (B5). The page itself scrolls, as everywhere on a phone. */
export function PeopleRows({ lines, ...shown }: Shown & { lines: readonly Line[] }) {
  const list = useRef<HTMLUListElement>(null);
  const top = useTopOf(list);
  const { place, keep } = useKeptPlace(`board-${shown.board.eventId}`);
  const focus = useKeptFocus(list, lines);
  // Another function makes all the rows be reckoned anew.
  const keyOf = useCallback((index: number) => lines[index]?.id ?? index, [lines]);
  const rows = useWindowVirtualizer<HTMLLIElement>({
    ...useFirstRows(lines.length, place !== null),
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: keyOf,
    rangeExtractor: focus.withFocused,
    scrollMargin: top,
    gap: GAP,
    initialMeasurementsCache: place?.heights ?? [],
  });
  useReturnTo(place, (kept, at) => {
    const offset = rows.getOffsetForIndex(
      lines.findIndex(({ id }) => rowId(id) === kept),
      'start',
    );
    if (offset) window.scrollTo(0, offset[0] - at);
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: hears the clicks of the links in it, which the keyboard makes as well
    <ul
      ref={list}
      className={styles.people}
      style={{ height: rows.getTotalSize() }}
      onClick={(event) => keep(event, rows.takeSnapshot())}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
    >
      {rows.getVirtualItems().map(({ index, start }) => {
        const id = lines[index]?.id;
        return (
          id && (
            <Row
              key={id}
              {...{ id, index, ...shown }}
              count={lines.length}
              offset={start - top}
              measure={rows.measureElement}
            />
          )
        );
      })}
    </ul>
  );
}

type RowProps = Shown & {
  id: string;
  index: number;
  count: number;
  offset: number;
  measure: Virtualizer<Window, HTMLLIElement>['measureElement'];
};

/** Hears of its own person only. */
const Row = memo(function Row({
  id,
  index,
  count,
  offset,
  measure,
  board,
  relations,
  placeNames,
  personPath,
  isOver,
}: RowProps) {
  const person = useOnBoard(board, id);
  if (!person) return null;
  return (
    <li
      ref={measure}
      id={rowId(id)}
      className={styles.row}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <PersonRow
        person={person}
        relation={relations[id]}
        place={placeNames.get(person.placeId ?? '')}
        to={personPath?.(id) ?? null}
        isOver={isOver}
      />
    </li>
  );
});

/** How far from the page's top the list begins: notices above it come and go. */
function useTopOf(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
