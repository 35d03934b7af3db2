import { useQueryClient } from '@tanstack/react-query';
import type { Digest } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox, RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { Select } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useSaveDigest } from '../follow-ups.mutations.js';
import { digestQuery, useDigest } from '../follow-ups.queries.js';
import styles from './follow-ups.module.css';

/** 1 January 2024 was a Monday. */
const weekdayAt = (weekday: number) => `2024-01-0${weekday}T00:00:00Z`;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A mail with what is due, for those who want one (F3). */
export function DigestSection({ proveEmail }: { proveEmail: (onProven: () => void) => ReactNode }) {
  const { t } = useTranslation('follow-ups');
  const client = useQueryClient();
  return (
    <PageSection title={t('digest.title')} hint={t('digest.hint')}>
      <QueryView query={useDigest()}>
        {(digest) =>
          digest.email === null ? (
            <div className={styles.stack}>
              <Notice>{t('digest.needsEmail')}</Notice>
              {proveEmail(() => void client.invalidateQueries(digestQuery()))}
            </div>
          ) : (
            <DigestForm digest={digest} email={digest.email} />
          )
        }
      </QueryView>
    </PageSection>
  );
}

function DigestForm({ digest, email }: { digest: Digest; email: string }) {
  const { t } = useTranslation('follow-ups');
  const time = useTime('UTC');
  const save = useSaveDigest();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm({
    draft: null,
    initial: {
      rhythm: digest.rhythm,
      weekday: String(digest.weekday),
      hour: String(digest.hour),
      timeZone: digest.rhythm === 'never' ? here : digest.timeZone,
      answers: digest.answers,
    },
    submit: ({ rhythm, weekday, hour, timeZone, answers }) =>
      save({ rhythm, weekday: Number(weekday), hour: Number(hour), timeZone, answers }),
    onDone: () => toast(t('digest.saved')),
  });
  const { rhythm, timeZone } = form.values;
  return (
    <Form form={form}>
      <RadioCards<Digest['rhythm']>
        compact
        legend={t('digest.rhythm', { email })}
        {...form.field('rhythm')}
        options={(['never', 'daily', 'weekly'] as const).map((value) => ({
          value,
          label: t(`digest.rhythms.${value}`),
        }))}
      />
      {rhythm !== 'never' && (
        <div className={styles.pair}>
          {rhythm === 'weekly' && (
            <Select
              label={t('digest.weekday')}
              {...form.field('weekday')}
              options={WEEKDAYS.map((one) => ({ value: String(one), label: time.weekday(weekdayAt(one)) }))}
            />
          )}
          <Select
            label={t('digest.hour')}
            {...form.field('hour')}
            options={HOURS.map((one) => ({ value: String(one), label: `${String(one).padStart(2, '0')}:00` }))}
          />
          <Select
            label={t('digest.zone')}
            {...form.field('timeZone')}
            options={[...new Set([timeZone, here])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        </div>
      )}
      {rhythm !== 'never' && (
        <Checkbox label={t('digest.answers')} hint={t('digest.answersHint')} {...form.field('answers')} />
      )}
      <FormFailure failure={form.failure} />
      <Button type="submit" variant="secondary" busy={form.submitting}>
        {t('digest.save')}
      </Button>
    </Form>
  );
}
