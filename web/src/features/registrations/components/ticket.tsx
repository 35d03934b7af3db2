import type { MyRegistration } from '@teabreak/shared';
import { useState } from 'react';
import { EmptyState, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './ticket.module.css';

type Props = { registration: MyRegistration; timeZone: string; eventTitle: string };

/** The code alone on white, as large as the phone allows, for the scanner at the door. */
export function Ticket({ registration, timeZone, eventTitle }: Props) {
  const { t } = useTranslation('home');
  const format = useTime(timeZone);
  const [missing, setMissing] = useState(false);
  if (registration.status !== 'confirmed') return <NoTicket status={registration.status} />;
  return (
    <article className={styles.ticket}>
      <p className={styles.event}>{eventTitle}</p>
      <h1 className={styles.name}>{registration.name}</h1>
      {missing ? (
        <Notice tone="seal">{t('ticket.pictureMissing')}</Notice>
      ) : (
        <img
          className={styles.code}
          src={`/api/events/${registration.eventId}/me/ticket.png`}
          alt={t('ticket.alt')}
          width={300}
          height={300}
          onError={() => setMissing(true)}
        />
      )}
      {registration.checkedInAt ? (
        <p className={styles.done}>{t('ticket.checkedIn', { time: format.time(registration.checkedInAt) })}</p>
      ) : (
        <p className={styles.hint}>
          {t('ticket.bright')}
          <br />
          {t('ticket.byName')}
        </p>
      )}
    </article>
  );
}

function NoTicket({ status }: { status: MyRegistration['status'] }) {
  const { t } = useTranslation('home');
  const reason = status === 'pending' ? 'Pending' : status === 'waitlisted' ? 'Waitlisted' : 'Cancelled';
  return (
    <EmptyState page title={t('ticket.notYet')}>
      {t(`ticket.notYet${reason}`)}
    </EmptyState>
  );
}
