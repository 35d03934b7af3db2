import { LIMITS } from '@teabreak/shared/limits';
import { useMemo } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/choices.js';
import { FieldRow, Form } from '../../../components/form.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { Select, TextArea, TextField } from '../../../components/text-field.js';
import type { Form as FormState } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type EventValues, endAfter } from '../event-values.js';
import { timeZoneOptions } from '../time-zones.js';
import { AgendaRows } from './agenda-rows.js';
import styles from './event-form.module.css';
import { PlaceRows } from './place-rows.js';

type Props = { form: FormState<EventValues>; submitLabel: string; onDiscard?: () => void };

/** An event in one page, the same for a new one and for changes. Only title and times are needed. */
export function EventForm({ form, submitLabel, onDiscard }: Props) {
  const { t } = useTranslation('event-form');
  return (
    <Form form={form}>
      <TextField label={t('title')} placeholder={t('titleExample')} {...form.field('title')} />
      <TextArea
        label={t('description')}
        hint={t('descriptionHint')}
        optional
        rows={5}
        max={LIMITS.eventDescription}
        {...form.field('description')}
      />
      <When form={form} />
      <PageSection title={t('where')}>
        <TextField label={t('venue')} placeholder={t('venueExample')} optional {...form.field('venue')} />
        <TextField label={t('address')} hint={t('addressHint')} optional {...form.field('address')} />
      </PageSection>
      <PageSection title={t('who')}>
        <TextField
          label={t('capacity')}
          hint={t('capacityHint')}
          optional
          inputMode="numeric"
          {...form.field('capacity')}
        />
        <Checkbox label={t('approval')} hint={t('approvalHint')} {...form.field('requiresApproval')} />
      </PageSection>
      <AgendaRows form={form} />
      <PlaceRows form={form} />
      <div className={styles.end}>
        <FormFailure failure={form.failure} />
        {Object.keys(form.errors).length > 0 && !form.failure && (
          <p className={styles.look} role="alert">
            {t('lookAgain')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" size="l" busy={form.submitting}>
            {submitLabel}
          </Button>
          {onDiscard && (
            <Button variant="quiet" size="l" onClick={onDiscard}>
              {t('discard')}
            </Button>
          )}
        </div>
      </div>
    </Form>
  );
}

function When({ form }: { form: FormState<EventValues> }) {
  const { t, language } = useTranslation('event-form');
  const { timeZone, startsAt } = form.values;
  const zones = useMemo(() => timeZoneOptions(timeZone, language), [timeZone, language]);
  const start = form.field('startsAt');
  const move = (to: string) => {
    form.set('endsAt', endAfter(form.values, to));
    form.set('startsAt', to);
  };
  return (
    <PageSection title={t('when')} hint={t('whenHint')}>
      <FieldRow>
        <TextField label={t('starts')} type="datetime-local" {...start} onChange={move} />
        <TextField label={t('ends')} type="datetime-local" min={startsAt} {...form.field('endsAt')} />
      </FieldRow>
      <Select label={t('timeZone')} hint={t('timeZoneHint')} options={zones} {...form.field('timeZone')} />
    </PageSection>
  );
}
