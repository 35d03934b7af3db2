import type { EventNow } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { Stat, Stats } from '../../../components/stat.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEventNowLive } from '../insights.live.js';
import { useEventNow } from '../insights.queries.js';
import { AskNumbers } from './ask-numbers.js';
import { IntroductionNumbers } from './introduction-numbers.js';
import styles from './now-numbers.module.css';

const ISOLATES_SHOWN = 12;

type Props = {
  eventId: string;
  capacity: number | null;
  paths: { guests: string; introductions: string; asks: string };
};

/** Who is coming, who is here, who is free, and what waits for a host (O1). */
export function NowNumbers({ eventId, capacity, paths }: Props) {
  const { t } = useTranslation('overview');
  const query = useEventNow(eventId);
  useEventNowLive(eventId);
  return (
    <QueryView query={query}>
      {(now) => (
        <>
          <Stats>
            <Stat label={t('now.confirmed')} value={now.confirmed} of={capacity} to={paths.guests} />
            <Stat label={t('now.here')} value={now.checkedIn} of={now.confirmed} />
            <Stat label={t('now.free')} value={now.free} />
            <Stat
              label={t('now.waitingForHost')}
              value={now.waitingForHost}
              to={paths.introductions}
              tone={now.waitingForHost > 0 ? 'tea' : 'plain'}
            />
          </Stats>
          {now.confirmed > 0 && <IntroductionNumbers introductions={now.introductions} />}
          {now.asks.posted > 0 && <AskNumbers asks={now.asks} asksPath={paths.asks} />}
          {now.isolates.length > 0 && <Isolates isolates={now.isolates} />}
        </>
      )}
    </QueryView>
  );
}

function Isolates({ isolates }: Pick<EventNow, 'isolates'>) {
  const { t } = useTranslation('overview');
  const more = isolates.length - ISOLATES_SHOWN;
  return (
    <PageSection title={t('isolates.title', { count: isolates.length })} hint={t('isolates.hint')}>
      <ul className={styles.people}>
        {isolates.slice(0, ISOLATES_SHOWN).map(({ registrationId, name }) => (
          <li key={registrationId} className={styles.person}>
            <Avatar name={name} size="s" /> {name}
          </li>
        ))}
        {more > 0 && <li className={styles.more}>{t('isolates.more', { count: more })}</li>}
      </ul>
    </PageSection>
  );
}
