import type { IntroductionView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { BridgeIcon } from '../../../components/first-icons.js';
import styles from './host-desk.module.css';

/** Two who might meet, and what the one who asks has written. */
export function Pair({ introduction }: { introduction: IntroductionView }) {
  const { requester, target, requesterLine } = introduction;
  return (
    <>
      <div className={styles.pair}>
        <Person person={requester} />
        <BridgeIcon width={32} height={32} className={styles.bridge} />
        <Person person={target} />
      </div>
      {requesterLine && <blockquote className={styles.quote}>{requesterLine}</blockquote>}
    </>
  );
}

function Person({ person }: { person: IntroductionView['requester'] }) {
  return (
    <div className={styles.person}>
      <Avatar name={person.name} />
      <span>
        <strong>{person.name}</strong>
        <span className={styles.headline}>{person.headline}</span>
      </span>
    </div>
  );
}
