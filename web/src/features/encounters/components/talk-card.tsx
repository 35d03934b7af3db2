import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EncounterView, Note } from '@teabreak/shared';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { Checkbox } from '../../../components/choices.js';
import { NoteIcon } from '../../../components/icons.js';
import { countdownText, RelativeTime } from '../../../components/moment.js';
import { toast } from '../../../components/toast.js';
import { errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import { useTime } from '../../../lib/time.js';
import { calendarDay } from '../calendar-day.js';
import { refreshEncounters, saveNote } from '../encounters.mutations.js';
import { useDraftState, valuesOf } from '../note-drafts.js';
import styles from './encounters.module.css';
import { NoteSheet } from './note-sheet.js';

type Props = { eventId: string; encounter: Omit<EncounterView, 'contacts'>; personPath: string };

/** Somebody I talked with: my words about it, what is still promised, and the note one tap away. */
export function TalkCard({ eventId, encounter, personPath }: Props) {
  const { t } = useTranslation('encounters');
  const [open, setOpen] = useState(false);
  const { person, note } = encounter;
  const personId = person.registrationId;
  const draft = useDraftState(eventId, personId);
  return (
    <article className={styles.card}>
      <Link to={personPath} className={styles.line}>
        <Avatar name={person.name} />
        <span>
          <strong>{person.name}</strong>
          <span className={styles.soft}>
            {t(`via.${encounter.via}`)} · <RelativeTime at={encounter.at} />
          </span>
        </span>
      </Link>
      {note?.text && <p className={styles.note}>{note.text}</p>}
      {note && <Promises eventId={eventId} encounterId={encounter.id} note={note} />}
      <div className={styles.foot}>
        {note?.voice && (
          <Badge tone="jade">{t('voiceBadge', { length: countdownText(note.voice.seconds * 1000) })}</Badge>
        )}
        {note?.remindOn && <ReminderBadge day={note.remindOn} />}
        {draft !== 'none' && <Badge tone="tea">{t(`draft.${draft}`)}</Badge>}
        <Button variant="quiet" size="s" icon={NoteIcon} onClick={() => setOpen(true)}>
          {t(draft === 'none' ? (note ? 'openNote' : 'writeNote') : 'goOn')}
        </Button>
      </div>
      <NoteSheet
        talk={{ eventId, personId, name: person.name, encounterId: encounter.id }}
        note={note}
        open={open}
        onClose={() => setOpen(false)}
      />
    </article>
  );
}

function Promises({ eventId, encounterId, note }: { eventId: string; encounterId: string; note: Note }) {
  const { t } = useTranslation('encounters');
  const client = useQueryClient();
  const mark = useMutation({
    mutationFn: (done: Partial<Note>) =>
      saveNote(eventId, encounterId, { ...valuesOf(note), ...done, version: note.version }),
    onError: (error) => toast(errorMessage(error, t), 'seal'),
    onSettled: () => refreshEncounters(client, eventId),
  });
  const shown = { ...note, ...(mark.isPending ? mark.variables : {}) };
  return (['iPromised', 'theyPromised'] as const).map(
    (side) =>
      note[side] && (
        <Checkbox
          key={side}
          name={`${encounterId}-${side}`}
          label={
            <span className={shown[`${side}Done`] ? styles.done : undefined}>{t(side, { what: note[side] })}</span>
          }
          value={shown[`${side}Done`]}
          onChange={(done) => mark.mutate({ [`${side}Done`]: done })}
        />
      ),
  );
}

function ReminderBadge({ day }: { day: string }) {
  const { t } = useTranslation('encounters');
  // Noon of nowhere: a day of the calendar has no zone.
  const words = useTime('UTC').day(`${day}T12:00:00Z`);
  return <Badge tone={day <= calendarDay(0) ? 'tea' : 'plain'}>{t('remindOn', { day: words })}</Badge>;
}
