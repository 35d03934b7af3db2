import type { MatchWishList } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import type { Wish } from '../matchmaking.mutations.js';
import styles from './my-wishes.module.css';

type Mine = MatchWishList['wishes'][number];
type Props = { wishes: readonly Mine[]; timeZone: string; onWish: (wish: Wish) => void };

/** Whom I put aside or want more of, to take back. Folded: one has moved on from these. */
export function MyWishes({ wishes, timeZone, onWish }: Props) {
  const { t } = useTranslation('home');
  const format = useTime(timeZone);
  if (wishes.length === 0) return null;
  const today = format.day(new Date(serverNow()).toISOString());
  const until = (iso: string) => (format.day(iso) === today ? format.time(iso) : format.dayTime(iso));
  return (
    <details className={styles.mine}>
      <summary>{t('suggestions.mine.title', { count: wishes.length })}</summary>
      <ul className={styles.list}>
        {wishes.map(({ registrationId, name, kind, until: end }) => (
          <li key={registrationId} className={styles.row}>
            <Avatar name={name} size="s" />
            <p>
              <strong>{name}</strong>
              <span className={styles.kind}>
                {end ? t('suggestions.mine.until', { time: until(end) }) : t(`suggestions.mine.${kind}`)}
              </span>
            </p>
            <Button
              variant="quiet"
              size="s"
              aria-label={t('suggestions.mine.takeBackOf', { name })}
              onClick={() => onWish({ registrationId, name, kind: null })}
            >
              {t('suggestions.mine.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
