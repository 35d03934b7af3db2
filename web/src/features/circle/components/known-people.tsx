import { Avatar } from '../../../components/avatar.js';
import { Card } from '../../../components/card.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCircle } from '../circle.queries.js';
import styles from './circle.module.css';

type Props = { eventId: string; personPath: (personId: string) => string };

/** Whom I know here already (K2), those who have come first: from their pages one introduces them to each other. */
export function KnownPeople({ eventId, personPath }: Props) {
  const { t } = useTranslation('circle');
  const known = useCircle(eventId).data?.known ?? [];
  if (known.length === 0) return null;
  const sorted = [...known].sort((a, b) => Number(b.checkedIn) - Number(a.checkedIn));
  return (
    <PageSection title={t('known')} hint={t('knownHint')}>
      <ul className={styles.list}>
        {sorted.map(({ registrationId, name, headline, checkedIn }) => (
          <li key={registrationId}>
            <Card to={personPath(registrationId)}>
              <div className={styles.person}>
                <Avatar name={name} />
                <div>
                  <strong>{name}</strong>
                  <span className={styles.soft}>
                    {t(checkedIn ? 'here' : 'coming')}
                    {headline && ` · ${headline}`}
                  </span>
                </div>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
