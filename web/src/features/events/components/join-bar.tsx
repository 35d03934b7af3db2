import type { PublicEvent } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { type Translate, useTranslation } from '../../../lib/i18n.js';
import styles from './join-bar.module.css';

type Props = {
  event: PublicEvent;
  /** Mine, where this phone is on the list. */
  standing: string | null;
  joinPath: string;
  homePath: string;
};

/** What one can do now, always under the thumb, with the honest number of seats beside it. */
export function JoinBar({ event, standing, joinPath, homePath }: Props) {
  const { t } = useTranslation('event');
  const mine = standing !== null && standing !== 'cancelled';
  return (
    <div className={styles.bar}>
      <div className={styles.inside}>
        {mine ? <Mine standing={standing} homePath={homePath} /> : <Theirs event={event} joinPath={joinPath} />}
        <p className={styles.note}>{noteOf(event, standing, t)}</p>
      </div>
    </div>
  );
}

function Mine({ standing, homePath }: { standing: string; homePath: string }) {
  const { t } = useTranslation('event');
  return (
    <>
      {standing !== 'confirmed' && <p className={styles.state}>{t(standing)}</p>}
      <LinkButton size="l" full to={homePath}>
        {t('openMine')}
      </LinkButton>
    </>
  );
}

function Theirs({ event, joinPath }: { event: PublicEvent; joinPath: string }) {
  const { t } = useTranslation('event');
  if (event.registration === 'over' || event.registration === 'closed')
    return <p className={styles.state}>{t(event.registration)}</p>;
  return (
    <LinkButton size="l" full to={joinPath}>
      {t(event.registration === 'full' ? 'joinWaitlist' : 'join')}
    </LinkButton>
  );
}

function noteOf(event: PublicEvent, standing: string | null, t: Translate): string {
  if (standing === 'pending') return t('approvalNote');
  if (standing === 'waitlisted') return t('fullNote');
  if (standing && standing !== 'cancelled') return '';
  if (event.registration === 'over') return t('overNote');
  if (event.registration === 'closed') return t('closedNote');
  if (event.registration === 'full') return t('fullNote');
  const seats = event.seatsLeft === null ? '' : t('seatsLeft', { count: event.seatsLeft });
  return [seats, event.requiresApproval ? t('approvalNote') : t('underMinute')].filter(Boolean).join(' · ');
}
