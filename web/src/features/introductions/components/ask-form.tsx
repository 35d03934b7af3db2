import { useQueryClient } from '@tanstack/react-query';
import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { askForIntroduction } from '../introductions.mutations.js';
import { introductionsQuery } from '../introductions.queries.js';
import styles from './introduction.module.css';

type Introducer = { accountId: string; name: string; present: boolean };
type Props = {
  eventId: string;
  target: { id: string; name: string };
  introducers: readonly Introducer[];
  onAsked: (introduction: IntroductionView) => void;
};

const HOSTS = 'hosts';

/** Whom to ask, and one line for them to pass on (I1). The same request sent twice is one request. */
export function AskForm({ eventId, target, introducers, onAsked }: Props) {
  const { t } = useTranslation('introductions');
  const client = useQueryClient();
  const [requestId] = useState(newId);
  const form = useForm({
    draft: `ask-${target.id}`,
    initial: { introducer: introducers[0]?.accountId ?? HOSTS, line: '' },
    submit: ({ introducer, line }) =>
      askForIntroduction(eventId, {
        requestId,
        targetId: target.id,
        introducerId: introducer === HOSTS ? null : introducer,
        line,
      }),
    onDone: (introduction) => {
      void client.invalidateQueries(introductionsQuery(eventId));
      onAsked(introduction);
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      {introducers.length > 0 ? (
        <RadioCards
          legend={t('ask.whom', { name: target.name })}
          {...form.field('introducer')}
          options={introducers.map(({ accountId, name, present }) => ({
            value: accountId,
            label: name,
            hint: t(present ? 'ask.here' : 'ask.notHere'),
          }))}
        />
      ) : (
        <p>{t('ask.hosts', { name: target.name })}</p>
      )}
      <TextArea
        label={t('ask.line')}
        hint={t('ask.lineHint', { name: target.name })}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      <p className={styles.promise}>{t('ask.promise')}</p>
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('ask.send')}
      </Button>
    </form>
  );
}
