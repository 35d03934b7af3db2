import type { CirclePerson } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAcquaintance, useNoAcquaintance } from '../circle.mutations.js';
import { useCircle } from '../circle.queries.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

/** Those who say that we know each other and wait for my answer; nothing where nobody does. */
export function AskingPeople({ eventId }: { eventId: string }) {
  const asking = useCircle(eventId).data?.asking ?? [];
  if (asking.length === 0) return null;
  return (
    <ul className={styles.list}>
      {asking.map((person) => (
        <li key={person.registrationId}>
          <Asking eventId={eventId} person={person} />
        </li>
      ))}
    </ul>
  );
}

function Asking({ eventId, person }: { eventId: string; person: CirclePerson }) {
  const { t } = useTranslation('circle');
  const yes = useAcquaintance(eventId, person.registrationId);
  const no = useNoAcquaintance(eventId, person.registrationId);
  return (
    <Card tone="tea">
      <PersonLine person={person} note={t('saysSo')} />
      <FormFailure failure={yes.error ?? no.error} />
      <div className={styles.actions}>
        <Button busy={yes.isPending} disabled={no.isPending} onClick={() => yes.mutate()}>
          {t('confirm')}
        </Button>
        <Button variant="quiet" busy={no.isPending} disabled={yes.isPending} onClick={() => no.mutate()}>
          {t('deny')}
        </Button>
      </div>
    </Card>
  );
}
