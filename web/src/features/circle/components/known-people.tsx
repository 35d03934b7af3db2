import { LinkButton } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCircle } from '../circle.queries.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

type Props = { eventId: string; personPath: (personId: string) => string; circlePath: string };

const SHOWN = 3;

/** Whom I know here already (K2), a few of them: from their pages one introduces them to each other. */
export function KnownPeople({ eventId, personPath, circlePath }: Props) {
  const { t } = useTranslation('circle');
  const known = useCircle(eventId).data?.known;
  // What is not known yet is not nobody.
  if (!known) return null;
  return (
    <PageSection title={t('known')} hint={t(known.length > 0 ? 'introduceHint' : 'nobody')}>
      <ul className={styles.list}>
        {known.slice(0, SHOWN).map((person) => (
          <li key={person.registrationId}>
            <Card to={personPath(person.registrationId)}>
              <PersonLine person={person} note={t(person.checkedIn ? 'here' : 'coming')} />
            </Card>
          </li>
        ))}
      </ul>
      <LinkButton variant="secondary" full to={circlePath}>
        {t('toCircle')}
      </LinkButton>
    </PageSection>
  );
}
