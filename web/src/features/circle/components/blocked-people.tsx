import type { BlockedPeople as Blocked } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useUnblock } from '../circle.mutations.js';
import { useBlocked } from '../circle.queries.js';
import styles from './circle.module.css';

/** Whom I have blocked, and the way back (I6). */
export function BlockedPeople() {
  const { t } = useTranslation('away');
  const query = useBlocked();
  return (
    <QueryView
      query={query}
      isEmpty={({ blocked }) => blocked.length === 0}
      empty={<p className={styles.soft}>{t('people.none')}</p>}
    >
      {({ blocked }) => (
        <ul className={styles.lines}>
          {blocked.map((person) => (
            <li key={person.accountId}>
              <BlockedPerson person={person} />
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function BlockedPerson({ person: { accountId, name, at } }: { person: Blocked['blocked'][number] }) {
  const { t } = useTranslation('away');
  const time = useTime();
  const unblock = useUnblock();
  return (
    <>
      <div className={styles.line}>
        <div className={styles.person}>
          <Avatar name={name} size="s" />
          <div>
            <strong>{name}</strong>
            <span className={styles.soft}>{t('people.since', { day: time.day(at) })}</span>
          </div>
        </div>
        <Button variant="secondary" size="s" busy={unblock.isPending} onClick={() => unblock.mutate(accountId)}>
          {t('people.undo')}
        </Button>
      </div>
      <FormFailure failure={unblock.error} />
    </>
  );
}
