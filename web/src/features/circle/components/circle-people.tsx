import type { Circle } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { PageSection } from '../../../components/page-section.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useOpenings } from '../circle.queries.js';
import styles from './circle.module.css';
import { KnownPerson } from './known-person.js';

type Props = {
  eventId: string;
  known: Circle['known'];
  boardPath: string;
  personPath: (personId: string) => string;
};

/** Whom I know here, those first who could introduce me to somebody worth meeting. */
export function CirclePeople({ eventId, known, boardPath, personPath }: Props) {
  const { t } = useTranslation('my-circle');
  const openings = useOpenings(eventId).data ?? {};
  if (known.length === 0)
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <LinkButton variant="secondary" to={boardPath}>
            {t('empty.board')}
          </LinkButton>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  const worth = (id: string) => openings[id]?.worthMeeting.length ?? 0;
  const sorted = [...known].sort(
    (a, b) => Number(b.checkedIn) - Number(a.checkedIn) || worth(b.registrationId) - worth(a.registrationId),
  );
  return (
    <PageSection title={t('circle:known')} hint={t('knownHint')}>
      <ul className={styles.list}>
        {sorted.map((person) => (
          <li key={person.registrationId}>
            <KnownPerson person={person} opening={openings[person.registrationId]} personPath={personPath} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
