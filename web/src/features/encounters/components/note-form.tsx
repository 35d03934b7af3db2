import { useQueryClient } from '@tanstack/react-query';
import type { EncounterView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea, TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { saveNote } from '../encounters.mutations.js';
import { encountersQuery } from '../encounters.queries.js';
import styles from './encounters.module.css';

type Fit = '' | '1' | '2' | '3';

type Props = { eventId: string; encounter: EncounterView; onSaved: () => void };

/** Read by its author and nobody else (F1), and it says so. */
export function NoteForm({ eventId, encounter, onSaved }: Props) {
  const { t } = useTranslation('encounters');
  const client = useQueryClient();
  const { note } = encounter;
  const form = useForm({
    draft: `note-${encounter.id}`,
    initial: {
      text: note?.text ?? '',
      fit: (note?.fit ? String(note.fit) : '') as Fit,
      iPromised: note?.iPromised ?? '',
      theyPromised: note?.theyPromised ?? '',
    },
    submit: ({ fit, ...rest }) => saveNote(eventId, encounter.id, { ...rest, fit: fit === '' ? null : Number(fit) }),
    onDone: () => {
      toast(t('note.saved'));
      void client.invalidateQueries(encountersQuery(eventId));
      onSaved();
    },
  });
  return (
    <Form form={form}>
      <p className={styles.private}>{t('note.private')}</p>
      <TextArea label={t('note.text')} rows={4} max={4000} {...form.field('text')} />
      <RadioCards<Fit>
        compact
        legend={t('note.fit')}
        {...form.field('fit')}
        options={(['3', '2', '1'] as const).map((value) => ({ value, label: t(`note.fits.${value}`) }))}
      />
      <TextField label={t('note.iPromised')} optional maxLength={280} {...form.field('iPromised')} />
      <TextField label={t('note.theyPromised')} optional maxLength={280} {...form.field('theyPromised')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('note.save')}
      </Button>
    </Form>
  );
}
