import type { ScreenView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Words } from '../screen-words.js';
import { textWidth } from '../text-width.js';
import styles from './screen-people.module.css';

/** In Chinese characters' widths: what fits on one line of a card in the large size. */
const LONG_NAME = 10;
const TAGS = 3;

type Person = ScreenView['people'][number];

/** Who agreed to be shown, with what they came for. */
export function ScreenPeople({ people }: { people: readonly Person[] }) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <Shown key={person.id} person={person} />
      ))}
    </ul>
  );
}

/** Two lines below the name: what they look for and what they offer; their own sentence where there is room for it. */
function Shown({ person: { name, goal } }: { person: Person }) {
  const tags = goal === null ? 0 : [goal.seeks, goal.offers].filter((list) => list.length > 0).length;
  return (
    <li className={styles.person}>
      <div className={styles.head}>
        <Avatar name={name} size="l" />
        <div className={styles.who}>
          <p className={textWidth(name) > LONG_NAME ? `${styles.name} ${styles.longName}` : styles.name}>{name}</p>
          {goal && (
            <p className={styles.kind}>
              <Words name={`kind.${goal.kind}`} />
            </p>
          )}
        </div>
      </div>
      {goal && <Tags words="seeks" tags={goal.seeks} className={styles.seeks} />}
      {goal && <Tags words="offers" tags={goal.offers} className={styles.offers} />}
      {goal?.sentence && tags < 2 && (
        <p className={tags === 0 ? styles.sentence : `${styles.sentence} ${styles.oneLine}`}>{goal.sentence}</p>
      )}
    </li>
  );
}

function Tags({ words, tags, className }: { words: string; tags: readonly string[]; className: string | undefined }) {
  if (tags.length === 0) return null;
  return (
    <p className={`${styles.tags} ${className}`}>
      <span className={styles.label}>
        <Words name={words} />
      </span>{' '}
      {tags.slice(0, TAGS).join(' · ')}
    </p>
  );
}
