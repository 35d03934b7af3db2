import type { CirclePerson } from '@teabreak/shared';
import { Card } from '../../../components/card.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

type Props = { people: readonly CirclePerson[]; personPath: (personId: string) => string };

/** Others here who often bring people together, and let it be seen (M11). */
export function Connectors({ people, personPath }: Props) {
  const { t } = useTranslation('my-circle');
  if (people.length === 0) return null;
  return (
    <PageSection title={t('connectors.title')} hint={t('connectors.hint')}>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.registrationId}>
            <Card to={personPath(person.registrationId)}>
              <PersonLine person={person} />
            </Card>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
