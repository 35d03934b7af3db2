import type { OrganizerEvent, ScreenLink } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { Select, TextField } from '../../../components/text-field.js';
import { serverNow } from '../../../lib/clock.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { useTime } from '../../../lib/time.js';
import { createScreenLink, useScreenLinksChanged } from '../screen-links.mutations.js';
import styles from './screen-links.module.css';

const HOUR_MS = 3_600_000;
/** Hours after the event's end, as the server takes them. */
const LIVES = { '6': 6, '48': 48, '720': 720 } as const;
type Life = keyof typeof LIVES;
type Values = { name: string; life: Life };

type Props = { event: OrganizerEvent; onMade: () => void; onCancel: (() => void) | undefined };

export function ScreenLinkForm({ event, onMade, onCancel }: Props) {
  const { t } = useTranslation('screen-links');
  const format = useTime(event.timeZone);
  const changed = useScreenLinksChanged(event.id);
  const [requestId, setRequestId] = useState(newId);
  const form = useForm<Values, ScreenLink>({
    draft: null,
    initial: { name: '', life: '48' },
    submit: ({ name, life }) => createScreenLink(event.id, { requestId, name, hoursAfterEnd: LIVES[life] }),
    onDone: () => {
      setRequestId(newId());
      form.reset();
      changed();
      onMade();
    },
  });
  const from = Math.max(Date.parse(event.endsAt), serverNow());
  const until = (life: Life) => format.dayTime(new Date(from + LIVES[life] * HOUR_MS).toISOString());
  return (
    <Form form={form}>
      <TextField
        label={t('name')}
        optional
        autoComplete="off"
        maxLength={80}
        placeholder={t('nameExample')}
        {...form.field('name')}
      />
      <Select
        label={t('life')}
        options={(Object.keys(LIVES) as Life[]).map((life) => ({
          value: life,
          label: t(`lives.${life}`, { time: until(life) }),
        }))}
        {...form.field('life')}
      />
      <FormFailure failure={form.failure} />
      <div className={styles.acts}>
        <Button type="submit" busy={form.submitting}>
          {t('make')}
        </Button>
        {onCancel && (
          <Button variant="quiet" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}
