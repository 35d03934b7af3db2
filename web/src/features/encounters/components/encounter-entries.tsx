import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEncountersLive } from '../encounters.live.js';
import { useEncounters } from '../encounters.queries.js';
import { useNoteSending } from '../use-note-sending.js';
import { DepthMeter } from './depth-meter.js';
import styles from './encounters.module.css';
import { TalkCard } from './talk-card.js';

/** More are on the page of all conversations. */
const FIRST = 5;

type Props = { eventId: string; personPath: (personId: string) => string; allPath: string };

/** Whom I talked with here, the last ones first, and what I wrote down about it. */
export function EncounterEntries({ eventId, personPath, allPath }: Props) {
  const { t } = useTranslation('encounters');
  useEncountersLive(eventId);
  useNoteSending();
  return (
    <QueryView
      query={useEncounters(eventId)}
      isEmpty={({ encounters }) => encounters.length === 0}
      empty={<p className={styles.soft}>{t('empty')}</p>}
    >
      {({ encounters }) => (
        <>
          <DepthMeter encounters={encounters} />
          <ul className={styles.list}>
            {encounters.slice(0, FIRST).map((encounter) => (
              <li key={encounter.id}>
                <TalkCard
                  eventId={eventId}
                  encounter={encounter}
                  personPath={personPath(encounter.person.registrationId)}
                />
              </li>
            ))}
          </ul>
          <LinkButton variant="secondary" full to={allPath}>
            {t('toAll')}
          </LinkButton>
        </>
      )}
    </QueryView>
  );
}
