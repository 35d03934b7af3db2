import type { RoundDeskPerson, RoundDeskTable } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Badge } from '../../../components/chip.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useHold } from '../rounds.mutations.js';
import styles from './rounds-desk.module.css';

type Props = {
  table: RoundDeskTable;
  eventId: string;
  roundId: string;
  /** After the last round there is nothing to hold them for. */
  last: boolean;
  onPerson: (person: RoundDeskPerson) => void;
};

export function TableCard({ table, eventId, roundId, last, onPerson }: Props) {
  const { t } = useTranslation('rounds-desk');
  const hold = useHold(eventId, roundId);
  return (
    <li className={table.held ? `${styles.table} ${styles.held}` : styles.table}>
      <p className={styles.number}>
        <span className="visually-hidden">{t('rounds:table')} </span>
        {table.table}
      </p>
      <ul className={styles.seats}>
        {table.people.map((person) => (
          <li key={person.registrationId}>
            <button type="button" className={styles.seat} onClick={() => onPerson(person)}>
              <Avatar name={person.name} size="s" />
              <span className={person.absent ? styles.gone : undefined}>{person.name}</span>
              {person.absent && <Badge tone="seal">{t('absent')}</Badge>}
            </button>
          </li>
        ))}
      </ul>
      {!last && (
        <label className={styles.hold}>
          <input
            type="checkbox"
            checked={hold.isPending ? hold.variables.held : table.held}
            disabled={hold.isPending}
            onChange={(event) => hold.mutate({ table: table.table, held: event.target.checked })}
          />
          {t('hold')}
        </label>
      )}
      <FormFailure failure={hold.error} />
    </li>
  );
}
