import type { CirclePerson } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useNoAcquaintance } from '../circle.mutations.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

/** Whose answer I wait for; nothing where I wait for nobody's. */
export function AskedPeople({ eventId, asked }: { eventId: string; asked: readonly CirclePerson[] }) {
  const { t } = useTranslation('my-circle');
  if (asked.length === 0) return null;
  return (
    <PageSection title={t('asked.title')} hint={t('asked.hint')}>
      <ul className={styles.lines}>
        {asked.map((person) => (
          <li key={person.registrationId}>
            <Asked eventId={eventId} person={person} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Asked({ eventId, person }: { eventId: string; person: CirclePerson }) {
  const { t } = useTranslation('my-circle');
  const takeBack = useNoAcquaintance(eventId, person.registrationId);
  return (
    <>
      <div className={styles.line}>
        <PersonLine person={person} size="s" />
        <Button variant="quiet" size="s" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('circle:takeBack')}
        </Button>
      </div>
      <FormFailure failure={takeBack.error} />
    </>
  );
}
