import type { BoardPerson, BoardRelation } from '@teabreak/shared';
import { memo } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Chip, Chips } from '../../../components/chip.js';
import { PresenceText } from '../../../components/presence-text.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './person-row.module.css';

type Props = {
  person: BoardPerson;
  relation: BoardRelation | undefined;
  place: string | undefined;
  /** Null where the one who looks has no way to this person's page. */
  to: string | null;
  /** Everybody has gone: how they are is not said any more. */
  isOver: boolean;
};

/** More would make rows that are read instead of looked at; the person's page has all. */
const TAGS_OF_A_KIND = 2;

/** One person on the board. Only the row whose person changed is drawn again. */
export const PersonRow = memo(function PersonRow({ person, relation, place, to, isOver }: Props) {
  const { t } = useTranslation('board');
  const { name, headline, goal } = person;
  const seeks = goal?.seeks.slice(0, TAGS_OF_A_KIND) ?? [];
  const offers = goal?.offers.slice(0, TAGS_OF_A_KIND) ?? [];
  const row = (
    <>
      <Avatar name={name} />
      <div className={styles.body}>
        <div className={styles.who}>
          <h2 className={styles.name}>{name}</h2>
          {headline && <p className={styles.headline}>{headline}</p>}
          {!isOver && (
            <p className={styles.presence}>
              <PresenceText presence={person.presence} place={place} />
            </p>
          )}
        </div>
        {goal && <p className={styles.goal}>{goal.sentence || t(`goals:kind.${goal.kind}`)}</p>}
        {seeks.length + offers.length > 0 && (
          <Chips>
            {seeks.length > 0 && (
              <Chip tone="tea">
                <span className={styles.tags}>{t('seeks', { tag: seeks.join(' · ') })}</span>
              </Chip>
            )}
            {offers.length > 0 && (
              <Chip tone="jade">
                <span className={styles.tags}>{t('offers', { tag: offers.join(' · ') })}</span>
              </Chip>
            )}
          </Chips>
        )}
        {relation && <Relation relation={relation} />}
      </div>
    </>
  );
  if (to === null) return <div className={styles.row}>{row}</div>;
  return (
    <Link to={to} className={`${styles.row} ${styles.link}`}>
      {row}
    </Link>
  );
});

/** What this person is to me, the closest first. */
function Relation({ relation }: { relation: BoardRelation }) {
  const { t } = useTranslation('board');
  const { iKnow, met, suggested, sharedAcquaintances, common } = relation;
  const parts = [
    iKnow ? t('relation.know') : met ? t('relation.met') : suggested && t('relation.suggested'),
    !iKnow && sharedAcquaintances > 0 && t('relation.shared', { count: sharedAcquaintances }),
    common[0] && t('relation.common', { what: common[0].text }),
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return null;
  return (
    <p className={styles.relation}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}
