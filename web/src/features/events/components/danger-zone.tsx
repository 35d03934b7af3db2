import type { OrganizerEvent } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { PageSection } from '../../../components/page-section.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { serverNow } from '../../../lib/clock.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { instantOf, wallTimeOf } from '../../../lib/time.js';
import { wallMinutes } from '../../../lib/wall-time.js';
import { deleteEvent, duplicateEvent, useEventGone, useEventSaved } from '../organized.mutations.js';
import styles from './team.module.css';

type Props = { event: OrganizerEvent; mayDuplicate: boolean; onOpen: (eventId: string) => void; onGone: () => void };

/** What is done seldom and thought over first. */
export function DangerZone({ event, mayDuplicate, onOpen, onGone }: Props) {
  const { t } = useTranslation('event-danger');
  const [open, setOpen] = useState<'duplicate' | 'delete' | null>(null);
  const close = () => setOpen(null);
  return (
    <PageSection title={t('title')}>
      {mayDuplicate && (
        <div className={styles.danger}>
          <p>{t('duplicate.text')}</p>
          <Button variant="secondary" onClick={() => setOpen('duplicate')}>
            {t('duplicate.button')}
          </Button>
        </div>
      )}
      {event.role === 'owner' && (
        <div className={styles.danger}>
          <p>{t('delete.text')}</p>
          <Button variant="danger" onClick={() => setOpen('delete')}>
            {t('delete.button')}
          </Button>
        </div>
      )}
      <Dialog open={open === 'duplicate'} onClose={close} title={t('duplicate.button')}>
        <Duplicate event={event} onOpen={onOpen} />
      </Dialog>
      <Dialog open={open === 'delete'} onClose={close} title={t('delete.title')}>
        <Delete event={event} onGone={onGone} />
      </Dialog>
    </PageSection>
  );
}

const WEEK_MS = 7 * 86_400_000;

/** At the same time of day, as many weeks later as it takes to be in the future. */
function nextTime({ startsAt, timeZone }: OrganizerEvent): string {
  const weeks = Math.max(1, Math.ceil((serverNow() - Date.parse(startsAt)) / WEEK_MS));
  return wallTimeOf(new Date(Date.parse(startsAt) + weeks * WEEK_MS).toISOString(), timeZone);
}

function Duplicate({ event, onOpen }: Pick<Props, 'event' | 'onOpen'>) {
  const { t } = useTranslation('event-danger');
  const saved = useEventSaved();
  const inputOf = ({ startsAt }: { startsAt: string }) => ({
    startsAt: Number.isNaN(wallMinutes(startsAt)) ? '' : instantOf(startsAt, event.timeZone),
  });
  const form = useForm({
    draft: null,
    initial: { startsAt: nextTime(event) },
    schema: () => import('@teabreak/shared').then((shared) => shared.DuplicateInput),
    toInput: inputOf,
    submit: (values) => duplicateEvent(event.id, inputOf(values)),
    onDone: (copy) => {
      saved(copy);
      onOpen(copy.id);
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.danger}>
      <p>{t('duplicate.what')}</p>
      <TextField label={t('duplicate.startsAt')} type="datetime-local" {...form.field('startsAt')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" busy={form.submitting}>
        {t('duplicate.button')}
      </Button>
    </form>
  );
}

/** The title must be typed: nobody deletes 200 guests by one slip of a thumb. */
function Delete({ event, onGone }: Pick<Props, 'event' | 'onGone'>) {
  const { t } = useTranslation('event-danger');
  const gone = useEventGone();
  const form = useForm({
    draft: null,
    initial: { title: '' },
    submit: () => deleteEvent(event.id),
    onDone: () => {
      onGone();
      gone(event.id);
    },
  });
  const matches = form.values.title.normalize('NFC').trim() === event.title;
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.danger}>
      <p>{t('delete.what')}</p>
      <TextField label={t('delete.type', { title: event.title })} {...form.field('title')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" variant="danger" disabled={!matches} busy={form.submitting}>
        {t('delete.button')}
      </Button>
    </form>
  );
}
