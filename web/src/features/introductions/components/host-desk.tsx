import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Badge, Chip, Chips } from '../../../components/chip.js';
import { BridgeIcon } from '../../../components/first-icons.js';
import { RelativeTime } from '../../../components/moment.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { Sheet } from '../../../components/sheet.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useIntroductionsLive } from '../introductions.live.js';
import { useIntroductions } from '../introductions.queries.js';
import styles from './host-desk.module.css';
import { IntroductionSteps } from './introduction-steps.js';

const waits = ({ can }: IntroductionView) => can.includes('pass-on');

/** Where two people share no acquaintance, the hosts are the bridge (I1): what waits for one, and what became of the rest. */
export function HostDesk({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const { t } = useTranslation('host-desk');
  const query = useIntroductions(eventId);
  const [shown, setShown] = useState<string | null>(null);
  useIntroductionsLive(eventId);
  const mine = query.data?.introductions.filter(({ myPart }) => myPart === 'introducer') ?? [];
  const open = mine.find((one) => one.id === shown && waits(one));
  return (
    <>
      <QueryView
        query={query}
        isEmpty={() => mine.length === 0}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      >
        {() => (
          <>
            <Waiting introductions={mine.filter(waits)} timeZone={timeZone} onOpen={setShown} />
            <Rest introductions={mine.filter((one) => !waits(one))} />
          </>
        )}
      </QueryView>
      <Sheet open={open !== undefined} onClose={() => setShown(null)} title={t('bring')}>
        {open && (
          <>
            <Line introduction={open} />
            <Wishes person={open.requester} />
            <Wishes person={open.target} />
            <IntroductionSteps introduction={open} onMet={() => setShown(null)} />
          </>
        )}
      </Sheet>
    </>
  );
}

type WaitingProps = {
  introductions: readonly IntroductionView[];
  timeZone: string;
  onOpen: (id: string) => void;
};

function Waiting({ introductions, timeZone, onOpen }: WaitingProps) {
  const { t } = useTranslation('host-desk');
  if (introductions.length === 0) return <p>{t('nothingWaits')}</p>;
  return (
    <ul className={styles.list}>
      {introductions.map((one) => (
        <li key={one.id} className={styles.card}>
          <Line introduction={one} />
          <p className={styles.foot}>
            <span className={styles.soft}>
              {t('asked')} <RelativeTime at={one.createdAt} timeZone={timeZone} />
            </span>
            <Button onClick={() => onOpen(one.id)}>{t('look')}</Button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Line({ introduction }: { introduction: IntroductionView }) {
  const { requester, target, requesterLine } = introduction;
  return (
    <>
      <div className={styles.pair}>
        <Person person={requester} />
        <BridgeIcon width={32} height={32} className={styles.bridge} />
        <Person person={target} />
      </div>
      {requesterLine && <blockquote className={styles.quote}>{requesterLine}</blockquote>}
    </>
  );
}

function Person({ person }: { person: IntroductionView['requester'] }) {
  return (
    <div className={styles.person}>
      <Avatar name={person.name} />
      <span>
        <strong>{person.name}</strong>
        <span className={styles.headline}>{person.headline}</span>
      </span>
    </div>
  );
}

function Wishes({ person }: { person: IntroductionView['requester'] }) {
  const { t } = useTranslation('host-desk');
  if (!person.goal) return null;
  const { kind, sentence, seeks, offers } = person.goal;
  return (
    <section className={styles.wishes}>
      <h3>{t('wishes', { name: person.name })}</h3>
      <p>{sentence || t(`goals:kind.${kind}`)}</p>
      <Chips>
        {seeks.map((tag) => (
          <Chip key={`s${tag}`} tone="tea">
            {t('seeks', { tag })}
          </Chip>
        ))}
        {offers.map((tag) => (
          <Chip key={`o${tag}`} tone="jade">
            {t('offers', { tag })}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

function Rest({ introductions }: { introductions: readonly IntroductionView[] }) {
  const { t } = useTranslation('host-desk');
  if (introductions.length === 0) return null;
  return (
    <PageSection title={t('rest')}>
      <ul className={styles.rest}>
        {introductions.map(({ id, requester, target, state }) => (
          <li key={id} className={styles.row}>
            <span>{t('pair', { one: requester.name, other: target.name })}</span>
            <Badge tone={state === 'agreed' || state === 'met' ? 'jade' : 'plain'}>{t(`state.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
