import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { BridgeIcon } from '../../../components/first-icons.js';
import { QueryView } from '../../../components/query-view.js';
import { Sheet } from '../../../components/sheet.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useIntroductionsLive } from '../introductions.live.js';
import { useIntroductions } from '../introductions.queries.js';
import { BringTogether } from './bring-together.js';
import styles from './host-desk.module.css';
import { HostQueue } from './host-queue.js';
import { HostRest } from './host-rest.js';
import { HostShares } from './host-shares.js';
import { IntroductionSteps } from './introduction-steps.js';
import { Pair } from './pair.js';
import { Wishes } from './wishes.js';

const waits = ({ can }: IntroductionView) => can.includes('pass-on');

/**
 * Where two people share no acquaintance, the hosts are the bridge (I1): what waits for one, whose turn it is, and what became of
 * the rest. A host may also begin (I4).
 */
export function HostDesk({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const { t } = useTranslation('host-desk');
  const query = useIntroductions(eventId);
  const [shown, setShown] = useState<string | null>(null);
  const [bringing, setBringing] = useState(false);
  useIntroductionsLive(eventId);
  const mine = query.data?.introductions.filter(({ myPart }) => myPart === 'introducer') ?? [];
  const open = mine.find((one) => one.id === shown && waits(one));
  const begin = (
    <Button variant="secondary" icon={BridgeIcon} onClick={() => setBringing(true)}>
      {t('begin')}
    </Button>
  );
  return (
    <>
      <div className={styles.head}>
        <HostShares eventId={eventId} />
        {begin}
      </div>
      <QueryView
        query={query}
        isEmpty={() => mine.length === 0}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      >
        {() => (
          <>
            <HostQueue introductions={mine.filter(waits)} timeZone={timeZone} onOpen={setShown} />
            <HostRest introductions={mine.filter((one) => !waits(one))} />
          </>
        )}
      </QueryView>
      <Sheet open={open !== undefined} onClose={() => setShown(null)} title={t('bring')}>
        {open && (
          <>
            <Pair introduction={open} />
            <Wishes person={open.requester} />
            <Wishes person={open.target} />
            <IntroductionSteps introduction={open} />
          </>
        )}
      </Sheet>
      <Sheet open={bringing} onClose={() => setBringing(false)} title={t('begin')}>
        {bringing && <BringTogether eventId={eventId} onOffered={() => setBringing(false)} />}
      </Sheet>
    </>
  );
}
