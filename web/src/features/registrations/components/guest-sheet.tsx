import type { Guest } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Badge, Chip, Chips } from '../../../components/chip.js';
import { CopyField } from '../../../components/copy-field.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { aboutOf, STATUS_TONES } from '../guest-look.js';
import { type NewStatus, useGuestAct } from '../guests.mutations.js';
import styles from './guest-list.module.css';

type Props = { eventId: string; guest: Guest | undefined; timeZone: string; manages: boolean; onClose: () => void };

/** What may become of a guest from where they are (E3). */
const NEXT: Record<Guest['status'], readonly NewStatus[]> = {
  pending: ['confirmed', 'waitlisted', 'declined'],
  confirmed: ['waitlisted', 'cancelled'],
  waitlisted: ['confirmed', 'declined'],
  declined: ['confirmed'],
  cancelled: ['confirmed'],
};

export function GuestSheet({ guest, onClose, ...rest }: Props) {
  return (
    <Sheet open={guest !== undefined} onClose={onClose} title={guest?.name ?? ''}>
      {guest && <About key={guest.id} guest={guest} {...rest} />}
    </Sheet>
  );
}

function About({ eventId, guest, timeZone, manages }: Omit<Props, 'guest' | 'onClose'> & { guest: Guest }) {
  const { t } = useTranslation('guests');
  const format = useTime(timeZone);
  const { goal, personalLink, checkedInAt, status } = guest;
  const facts: [string, string | null][] = [
    ['about', aboutOf(guest)],
    ['email', guest.email],
    ['phone', guest.phone],
    ['registered', `${format.dayTime(guest.createdAt)} · ${t(`source.${guest.source}`)}`],
    ['checkedIn', checkedInAt && format.dayTime(checkedInAt)],
    ['onPhone', t(guest.claimed ? 'claimed' : 'notClaimed')],
  ];
  return (
    <>
      <div>
        <Badge tone={STATUS_TONES[checkedInAt ? 'checked-in' : status]}>
          {t(`status.${checkedInAt ? 'checked-in' : status}`)}
        </Badge>
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Fact key={name} name={t(`fact.${name}`)} value={value ?? ''} />
          ))}
      </dl>
      {goal && (
        <div>
          <p>
            <strong>{t(`goals:kind.${goal.kind}`)}</strong> {goal.sentence}
          </p>
          <Chips>
            {goal.seeks.map((tag) => (
              <Chip key={`s${tag}`} tone="tea">
                {tag}
              </Chip>
            ))}
            {goal.offers.map((tag) => (
              <Chip key={`o${tag}`} tone="jade">
                {tag}
              </Chip>
            ))}
          </Chips>
        </div>
      )}
      {personalLink && <CopyField label={t('personalLink')} value={personalLink} />}
      <Actions eventId={eventId} guest={guest} manages={manages} />
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Actions({ eventId, guest, manages }: Pick<Props, 'eventId' | 'manages'> & { guest: Guest }) {
  const { t } = useTranslation('guests');
  const act = useGuestAct(eventId);
  const { id: registrationId, status, checkedInAt } = guest;
  return (
    <>
      <FormFailure failure={act.error} />
      <div className={styles.actions}>
        {status === 'confirmed' && !checkedInAt && (
          <Button busy={act.isPending} onClick={() => act.mutate({ act: 'check-in', registrationId })}>
            {t('act.checkIn')}
          </Button>
        )}
        {checkedInAt && (
          <Button variant="secondary" busy={act.isPending} onClick={() => act.mutate({ act: 'undo', registrationId })}>
            {t('act.undo')}
          </Button>
        )}
        {manages &&
          NEXT[status].map((next, index) => (
            <Button
              key={next}
              variant={index === 0 && status !== 'confirmed' ? 'primary' : 'secondary'}
              disabled={act.isPending}
              onClick={() => act.mutate({ act: 'status', registrationId, status: next })}
            >
              {t(`act.${next}`)}
            </Button>
          ))}
      </div>
    </>
  );
}
