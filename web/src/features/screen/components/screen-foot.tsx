import type { ScreenView } from '@teabreak/shared';
import { Mark } from '../../../components/mark.js';
import { serverNow } from '../../../lib/clock.js';
import { useTime } from '../../../lib/time.js';
import { Words } from '../screen-words.js';
import { ScreenArrivals } from './screen-arrivals.js';
import styles from './screen-foot.module.css';

type Props = { view: ScreenView; offlineSince: string | null };

/** How many are here, and what is worth knowing at the moment: no network before newcomers before our name. */
export function ScreenFoot({ view: { event, checkedIn, free, arrivals }, offlineSince }: Props) {
  const format = useTime(event.timeZone);
  const over = Date.parse(event.endsAt) <= serverNow();
  return (
    <div className={styles.foot}>
      {checkedIn > 0 && (
        <p className={styles.count}>
          <strong>{checkedIn}</strong> <Words name={over ? 'came' : 'here'} />
        </p>
      )}
      {checkedIn > 0 && !over && (
        <p className={styles.count}>
          <strong>{free}</strong> <Words name="free" />
        </p>
      )}
      {offlineSince ? (
        <p className={styles.offline} role="status">
          <Words name="offline" params={{ time: format.time(offlineSince) }} />
        </p>
      ) : arrivals.length > 0 && !over ? (
        <ScreenArrivals arrivals={arrivals} />
      ) : (
        <p className={styles.brand}>
          <Mark size={48} /> Teabreak <span lang="zh-CN">茶歇</span>
        </p>
      )}
    </div>
  );
}
