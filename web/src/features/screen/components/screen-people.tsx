import type { ScreenView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Words } from '../screen-words.js';
import { fitting, textWidth } from '../text-width.js';
import styles from './screen-people.module.css';

/** In Chinese characters' widths: what fits on one line of a card in the large size. */
const LONG_NAME = 10;
/** In the same: a line of a card, without its first word. */
const LINE = 16.5;

type Person = ScreenView['people'][number];

/** Who agreed to be shown, with what they came for. While they are few, the place beside them says how one comes to be there. */
export function ScreenPeople({ people }: { people: readonly Person[] }) {
  return (
    <ul className={people.length > 2 ? styles.people : `${styles.people} ${styles.oneRow}`}>
      {people.map((person) => (
        <Shown key={person.id} person={person} />
      ))}
      {people.length % 2 === 1 && (
        <li className={styles.vacant}>
          <Words name="emptyText" />
        </li>
      )}
    </ul>
  );
}

/** Two lines below the name: what they look for and what they offer, else their own sentence. */
function Shown({ person: { name, goal } }: { person: Person }) {
  const lists = goal === null ? 0 : [goal.seeks, goal.offers].filter((list) => list.length > 0).length;
  const lines = lists === 1 ? 2 : 1;
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
      {goal && <Tags words="seeks" tags={goal.seeks} lines={lines} className={styles.seeks} />}
      {goal && <Tags words="offers" tags={goal.offers} lines={lines} className={styles.offers} />}
      {goal?.sentence && lists === 0 && <p className={`${styles.sentence} ${styles.twoLines}`}>{goal.sentence}</p>}
    </li>
  );
}

type TagsProps = { words: string; tags: readonly string[]; lines: 1 | 2; className: string | undefined };

function Tags({ words, tags, lines, className }: TagsProps) {
  if (tags.length === 0) return null;
  const shown = fitting(tags, lines * LINE).join(' · ');
  return (
    <p className={`${styles.tags} ${lines === 2 ? styles.twoLines : styles.oneLine} ${className}`}>
      <span className={styles.label}>
        <Words name={words} inLanguageOf={shown} />
      </span>{' '}
      {shown}
    </p>
  );
}
