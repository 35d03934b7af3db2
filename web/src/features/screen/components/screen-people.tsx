import type { ScreenView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { Words } from '../screen-words.js';
import styles from './screen-people.module.css';

const AT_ONCE = 4;
const TURN_MS = 9000;
const TAGS = 3;

type Person = ScreenView['people'][number];

/** Who agreed to be shown, four at a time, with what they came for. Which four hangs on the clock alone, so that a reload changes nothing. */
export function ScreenPeople({ people }: { people: readonly Person[] }) {
  useNow(1000);
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
  const turns = Math.ceil(people.length / AT_ONCE);
  const turn = Math.floor(serverNow() / TURN_MS) % turns;
  return (
    <ul className={styles.people} key={turn}>
      {shownAt(turn, people).map((person) => (
        <Shown key={person.id} person={person} />
      ))}
    </ul>
  );
}

/** The last turn is filled up from the first, so that it is not emptier than the others. */
const shownAt = (turn: number, people: readonly Person[]): readonly Person[] =>
  [...people, ...people].slice(turn * AT_ONCE, turn * AT_ONCE + Math.min(AT_ONCE, people.length));

function Shown({ person: { name, goal } }: { person: Person }) {
  return (
    <li className={styles.person}>
      <div className={styles.head}>
        <Avatar name={name} size="l" />
        <div className={styles.who}>
          <p className={styles.name}>{name}</p>
          {goal && (
            <p className={styles.kind}>
              <Words name={`kind.${goal.kind}`} />
            </p>
          )}
        </div>
      </div>
      {goal?.sentence && <p className={styles.sentence}>{goal.sentence}</p>}
      {goal && <Tags words="seeks" tags={goal.seeks} className={styles.seeks} />}
      {goal && <Tags words="offers" tags={goal.offers} className={styles.offers} />}
    </li>
  );
}

function Tags({ words, tags, className }: { words: string; tags: readonly string[]; className: string | undefined }) {
  if (tags.length === 0) return null;
  return (
    <p className={className}>
      <span className={styles.label}>
        <Words name={words} />
      </span>{' '}
      {tags.slice(0, TAGS).join(' · ')}
    </p>
  );
}
