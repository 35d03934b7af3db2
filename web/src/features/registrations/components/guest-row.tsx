import type { Guest } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button, IconButton } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { MoreIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { aboutOf, STATUS_TONES } from '../guest-look.js';
import { useGuestAct } from '../guests.mutations.js';
import styles from './guest-list.module.css';

type Props = { eventId: string; guest: Guest; timeZone: string; manages: boolean; onOpen: () => void };

export function GuestRow({ eventId, guest, timeZone, manages, onOpen }: Props) {
  const { t } = useTranslation('guests');
  const format = useTime(timeZone);
  const { name, checkedInAt, status } = guest;
  const shown = checkedInAt ? 'checked-in' : status;
  return (
    <li className={styles.row}>
      <Avatar name={name} size="s" />
      <div className={styles.who}>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>{aboutOf(guest) || t('noHeadline')}</p>
      </div>
      <p className={styles.contact}>{guest.email ?? guest.phone ?? ''}</p>
      <div className={styles.end}>
        {manages && status === 'pending' && <Decide eventId={eventId} guest={guest} />}
        <div className={styles.state}>
          <Badge tone={STATUS_TONES[shown]}>{t(`status.${shown}`)}</Badge>
          {checkedInAt && <span className={styles.when}>{format.time(checkedInAt)}</span>}
        </div>
        <IconButton label={t('open', { name })} icon={MoreIcon} onClick={onOpen} />
      </div>
    </li>
  );
}

/** Whoever has fifty people to approve does not want to open each of them. */
function Decide({ eventId, guest }: Pick<Props, 'eventId' | 'guest'>) {
  const { t } = useTranslation('guests');
  const act = useGuestAct(eventId);
  const decide = (status: 'confirmed' | 'declined') => act.mutate({ act: 'status', registrationId: guest.id, status });
  return (
    <div className={styles.quick}>
      <Button size="s" busy={act.isPending} onClick={() => decide('confirmed')}>
        {t('act.confirmed')}
      </Button>
      <Button size="s" variant="quiet" disabled={act.isPending} onClick={() => decide('declined')}>
        {t('act.declined')}
      </Button>
    </div>
  );
}
