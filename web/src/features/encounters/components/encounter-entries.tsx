import { Avatar } from '../../../components/avatar.js';
import { Card } from '../../../components/card.js';
import { RelativeTime } from '../../../components/moment.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEncountersLive } from '../encounters.live.js';
import { useEncounters } from '../encounters.queries.js';
import styles from './encounters.module.css';

type Props = { eventId: string; personPath: (personId: string) => string };

/** Whom I talked with here, and what I wrote down about it. */
export function EncounterEntries({ eventId, personPath }: Props) {
  const { t } = useTranslation('encounters');
  useEncountersLive(eventId);
  return (
    <QueryView
      query={useEncounters(eventId)}
      isEmpty={({ encounters }) => encounters.length === 0}
      empty={<p className={styles.soft}>{t('empty')}</p>}
    >
      {({ encounters }) => (
        <ul className={styles.list}>
          {encounters.map((encounter) => (
            <li key={encounter.id}>
              <Card to={personPath(encounter.person.registrationId)}>
                <span className={styles.line}>
                  <Avatar name={encounter.person.name} />
                  <span>
                    <strong>{encounter.person.name}</strong>
                    <br />
                    <span className={styles.soft}>
                      {t(`via.${encounter.via}`)} · <RelativeTime at={encounter.at} />
                    </span>
                  </span>
                </span>
                {encounter.note?.text && <span className={styles.note}>{encounter.note.text}</span>}
                {encounter.note?.iPromised && (
                  <span className={styles.soft}>{t('iPromised', { what: encounter.note.iPromised })}</span>
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
