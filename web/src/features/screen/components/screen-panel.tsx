import type { ScreenView } from '@teabreak/shared';
import { serverNow, useNow } from '../../../lib/clock.js';
import { pagesOf, turnAt } from '../screen-turns.js';
import { Words } from '../screen-words.js';
import { askPages, ScreenAsks } from './screen-asks.js';
import styles from './screen-panel.module.css';
import { ScreenPeople } from './screen-people.js';

const PEOPLE_AT_ONCE = 4;

/** Who is here and what they ask for, by turns. */
export function ScreenPanel({ people, asks }: Pick<ScreenView, 'people' | 'asks'>) {
  useNow(1000);
  const pages = { people: pagesOf(people, PEOPLE_AT_ONCE), asks: askPages(asks) };
  const { show, page } = turnAt(serverNow(), { people: pages.people.length, asks: pages.asks.length });
  if (show === 'asks')
    return (
      <section className={styles.panel} key={`asks ${page}`}>
        <h2 className={styles.heading}>
          <Words name="asks.title" />
        </h2>
        <ScreenAsks asks={pages.asks[page] ?? []} />
      </section>
    );
  if (people.length === 0)
    return (
      <section className={styles.empty}>
        <p className={styles.invite}>
          <Words name="emptyTitle" />
        </p>
        <p>
          <Words name="emptyText" />
        </p>
      </section>
    );
  return (
    <section className={styles.panel} key={`people ${page}`}>
      <h2 className="visually-hidden">
        <Words name="people" />
      </h2>
      <ScreenPeople people={pages.people[page] ?? []} />
    </section>
  );
}
