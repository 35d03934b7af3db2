import type { CircleOpenings, KnownPerson as Known } from '@teabreak/shared';
import { Badge } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

type Props = { person: Known; opening: CircleOpenings[string] | undefined; personPath: (personId: string) => string };

/** Somebody I know: what it rests on, and whom they could introduce me to (K2). */
export function KnownPerson({ person, opening, personPath }: Props) {
  const { t } = useTranslation('my-circle');
  const { registrationId, checkedIn, origin, introduces, connects } = person;
  return (
    <article className={styles.card}>
      <Link to={personPath(registrationId)} className={styles.whole}>
        <PersonLine person={person} note={t(checkedIn ? 'circle:here' : 'circle:coming')}>
          <span className={styles.badges}>
            <Badge>{t(`origin.${origin}`)}</Badge>
            {connects && <Badge tone="jade">{t('connects')}</Badge>}
            {!introduces && <Badge tone="tea">{t('notNow')}</Badge>}
          </span>
        </PersonLine>
      </Link>
      {opening && <Openings opening={opening} personPath={personPath} />}
    </article>
  );
}

function Openings({
  opening: { worthMeeting, others },
  personPath,
}: { opening: CircleOpenings[string] } & Pick<Props, 'personPath'>) {
  const { t } = useTranslation('my-circle');
  return (
    <div className={styles.openings}>
      {worthMeeting.length > 0 && (
        <>
          <p className={styles.label}>{t('through')}</p>
          <ul className={styles.list}>
            {worthMeeting.map((one) => (
              <li key={one.registrationId}>
                <Link to={personPath(one.registrationId)} className={styles.whole}>
                  <PersonLine person={one} size="s" />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && (
        <p className={styles.soft}>{t(worthMeeting.length > 0 ? 'others' : 'othersOnly', { count: others })}</p>
      )}
    </div>
  );
}
