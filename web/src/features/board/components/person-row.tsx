import type { BoardPerson, BoardRelations } from '@teabreak/shared';
import { memo } from 'react';
import { Link } from 'react-router';
import { Avatar } from '../../../components/avatar.js';
import { Chip, Chips, StatusDot } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './person-row.module.css';

type Props = { person: BoardPerson; relation: BoardRelations[string] | undefined; to: string };

/** One person on the board. Only the row whose person changed is drawn again. */
export const PersonRow = memo(function PersonRow({ person, relation, to }: Props) {
  const { t } = useTranslation('board');
  const { goal, presence } = person;
  return (
    <li className={styles.row}>
      <Link to={to} className={styles.link}>
        <Avatar name={person.name} />
        <div className={styles.body}>
          <div className={styles.top}>
            <h2 className={styles.name}>{person.name}</h2>
            <span className={styles.presence}>
              <StatusDot status={presence === 'at-place' ? 'at_place' : presence} />
              {t(`common:status.${presence === 'at-place' ? 'at_place' : presence}`)}
            </span>
          </div>
          {person.headline && <p className={styles.headline}>{person.headline}</p>}
          {goal && <p className={styles.goal}>{goal.sentence || t(`goals:kind.${goal.kind}`)}</p>}
          {goal && goal.seeks.length + goal.offers.length > 0 && (
            <Chips>
              {goal.seeks.slice(0, 3).map((tag) => (
                <Chip key={`s${tag}`} tone="tea">
                  {t('seeks', { tag })}
                </Chip>
              ))}
              {goal.offers.slice(0, 3).map((tag) => (
                <Chip key={`o${tag}`} tone="jade">
                  {t('offers', { tag })}
                </Chip>
              ))}
            </Chips>
          )}
          {relation && <Relation relation={relation} />}
        </div>
      </Link>
    </li>
  );
});

function Relation({ relation }: { relation: BoardRelations[string] }) {
  const { t } = useTranslation('board');
  const [first] = relation.common;
  const parts = [
    relation.iKnow && t('relation.know'),
    relation.met && t('relation.met'),
    relation.sharedAcquaintances > 0 && t('relation.shared', { count: relation.sharedAcquaintances }),
    first && t('relation.common', { what: first.text }),
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return null;
  return <p className={styles.relation}>{parts.join(' · ')}</p>;
}
