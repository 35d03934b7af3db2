import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { BridgeIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './introduction-path.module.css';

type Props = { introduction: IntroductionView; personPath: (personId: string) => string };

/** The way from one to the other through a third: whoever is not me first, me last. */
export function IntroductionPath({ introduction, personPath }: Props) {
  const { t } = useTranslation('introductions');
  const { myPart, requester, target, introducer, byHosts, through: step } = introduction;
  const name = introducer?.name ?? t('hosts');
  const oneStep =
    myPart === 'introducer'
      ? t('throughMe')
      : t(byHosts && introducer ? 'throughHost' : 'through', { introducer: name });
  const twoSteps =
    step &&
    (myPart === 'introducer' && !step.isMe
      ? t('throughToMe', { first: step.name })
      : t(step.isMe ? 'throughMeAnd' : 'throughTwo', { first: step.name, second: name }));
  const [first, last] = myPart === 'requester' ? [target, requester] : [requester, target];
  const mine = myPart === 'introducer' ? null : last;
  return (
    <ol className={styles.path}>
      <Person person={first} to={personPath(first.registrationId)} />
      <li className={styles.through}>
        <span className={styles.arch}>
          <BridgeIcon width={26} height={26} />
        </span>
        <span>{twoSteps ?? oneStep}</span>
      </li>
      {mine ? (
        <li className={styles.person}>
          <Avatar name={mine.name} />
          <strong>{t('me')}</strong>
        </li>
      ) : (
        <Person person={last} to={personPath(last.registrationId)} />
      )}
    </ol>
  );
}

function Person({ person, to }: { person: IntroductionPerson; to: string }) {
  return (
    <li>
      <Link to={to} className={styles.person}>
        <Avatar name={person.name} />
        <span>
          <strong>{person.name}</strong>
          {person.headline && <span className={styles.headline}>{person.headline}</span>}
        </span>
      </Link>
    </li>
  );
}
