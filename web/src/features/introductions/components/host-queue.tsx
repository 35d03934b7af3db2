import type { IntroductionView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { RelativeTime } from '../../../components/moment.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useStep } from '../introductions.mutations.js';
import styles from './host-desk.module.css';
import { Pair } from './pair.js';

type Props = { introductions: readonly IntroductionView[]; timeZone: string; onOpen: (id: string) => void };

/** Mine first; what is another host's turn can be taken over. */
export function HostQueue({ introductions, timeZone, onOpen }: Props) {
  const { t } = useTranslation('host-desk');
  if (introductions.length === 0) return <p>{t('nothingWaits')}</p>;
  const mine = introductions.filter(({ host }) => host === null || host.isMe);
  const others = introductions.filter(({ host }) => host !== null && !host.isMe);
  const list = (of: readonly IntroductionView[]) => (
    <ul className={styles.list}>
      {of.map((one) => (
        <Waiting key={one.id} introduction={one} timeZone={timeZone} onOpen={() => onOpen(one.id)} />
      ))}
    </ul>
  );
  return (
    <>
      {mine.length > 0 ? list(mine) : <p>{t('nothingMine')}</p>}
      {others.length > 0 && <PageSection title={t('othersTurn')}>{list(others)}</PageSection>}
    </>
  );
}

type WaitingProps = { introduction: IntroductionView; timeZone: string; onOpen: () => void };

function Waiting({ introduction, timeZone, onOpen }: WaitingProps) {
  const { t } = useTranslation('host-desk');
  const { eventId, id, host, createdAt } = introduction;
  const step = useStep(eventId, id);
  const theirs = host !== null && !host.isMe;
  return (
    <li className={theirs ? `${styles.card} ${styles.theirs}` : styles.card}>
      <Pair introduction={introduction} />
      <FormFailure failure={step.error} />
      <p className={styles.foot}>
        <span className={styles.soft}>
          {t('asked')} <RelativeTime at={createdAt} timeZone={timeZone} />
        </span>
        {theirs && <Badge>{t('turnOf', { name: host.name })}</Badge>}
        {theirs ? (
          <Button variant="secondary" busy={step.isPending} onClick={() => step.mutate('take', { onSuccess: onOpen })}>
            {t('takeOver')}
          </Button>
        ) : (
          <Button onClick={onOpen}>{t('look')}</Button>
        )}
      </p>
    </li>
  );
}
