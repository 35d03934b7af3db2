import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { ApiError } from '../../../lib/api-error.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { askForIntroduction, useTakeIn } from '../introductions.mutations.js';
import styles from './introduction.module.css';

type Introducer = { accountId: string; name: string; present: boolean };
type Props = {
  eventId: string;
  target: { id: string; name: string };
  introducers: readonly Introducer[];
  hostsStandIn: boolean;
  introductionsPath: string;
  onAsked: (introduction: IntroductionView) => void;
};

const HOSTS = 'hosts';
/** Refusals whose reason stands in my own list. */
const SEE_MINE = new Set(['introduction_limit', 'introduction_exists']);

/**
 * Whom to ask, and one line for them to pass on (I1). The hosts stand in while nobody who knows both is in the room. The same request
 * sent twice is one request.
 */
export function AskForm({ eventId, target, introducers, hostsStandIn, introductionsPath, onAsked }: Props) {
  const { t } = useTranslation('introductions');
  const takeIn = useTakeIn(eventId);
  const [requestId] = useState(newId);
  const options = introducers.map(({ accountId, name, present }) => ({
    value: accountId,
    label: name,
    hint: t(present ? 'ask.here' : 'ask.notHere'),
  }));
  if (hostsStandIn) options.push({ value: HOSTS, label: t('ask.theHosts'), hint: t('ask.hostsHint') });
  const chosenFrom = (value: string) => options.find((option) => option.value === value) ?? options.at(0);
  const form = useForm({
    draft: `ask-${target.id}`,
    initial: { introducer: introducers.find(({ present }) => present)?.accountId ?? HOSTS, line: '' },
    submit: ({ introducer, line }) => {
      const chosen = chosenFrom(introducer)?.value ?? HOSTS;
      return askForIntroduction(eventId, {
        requestId,
        targetId: target.id,
        introducerId: chosen === HOSTS ? null : chosen,
        line,
      });
    },
    onDone: (introduction) => {
      takeIn(introduction);
      onAsked(introduction);
    },
  });
  const { failure } = form;
  return (
    <Form form={form}>
      {introducers.length === 0 ? (
        <p>{t('ask.hosts', { name: target.name })}</p>
      ) : (
        <RadioCards
          legend={t('ask.whom')}
          {...form.field('introducer')}
          value={chosenFrom(form.values.introducer)?.value ?? null}
          options={options}
        />
      )}
      <TextArea
        label={t('ask.line')}
        hint={t('ask.lineHint', { name: target.name })}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      <p className={styles.soft}>{t('ask.promise')}</p>
      <FormFailure failure={failure} />
      {failure instanceof ApiError && SEE_MINE.has(failure.code) ? (
        <LinkButton variant="secondary" full to={introductionsPath}>
          {t('ask.seeMine')}
        </LinkButton>
      ) : (
        <Button type="submit" full busy={form.submitting}>
          {t('ask.send')}
        </Button>
      )}
    </Form>
  );
}
