import type { IntroducersAnswer, IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { type Choice, RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { ApiError } from '../../../lib/api-error.js';
import { useForm } from '../../../lib/form.js';
import { type Translate, useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { askForIntroduction, useTakeIn } from '../introductions.mutations.js';
import { useIntroducers } from '../introductions.queries.js';
import styles from './introduction.module.css';

type Props = {
  eventId: string;
  target: { id: string; name: string };
  introductionsPath: string;
  onAsked: (introduction: IntroductionView) => void;
};
type Way = { introducerId: string | null; throughId: string | null; choice: Choice<string> };

const HOSTS = 'hosts';
/** Refusals whose reason stands in my own list. */
const SEE_MINE = new Set(['introduction_limit', 'introduction_exists']);

/** Whom to ask: somebody who knows us both, or somebody who knows somebody, or the hosts (I1). */
export function AskForm(props: Props) {
  return (
    <QueryView query={useIntroducers(props.eventId, props.target.id)}>
      {(answer) => <Ask {...props} answer={answer} />}
    </QueryView>
  );
}

/** And one line for them to pass on. The same request sent twice is one request. */
function Ask({ eventId, target, introductionsPath, onAsked, answer }: Props & { answer: IntroducersAnswer }) {
  const { t } = useTranslation('introductions');
  const takeIn = useTakeIn(eventId);
  const [requestId] = useState(newId);
  const ways = waysOf(answer, t);
  const busy = answer.direct.filter((one) => one.busy).map(({ name }) => name);
  const chosenFrom = (value: string) => ways.find(({ choice }) => choice.value === value) ?? ways.at(0);
  const form = useForm({
    draft: `ask-${target.id}`,
    initial: { way: '', line: '' },
    submit: ({ way, line }) => {
      const { introducerId = null, throughId = null } = chosenFrom(way) ?? {};
      return askForIntroduction(eventId, { requestId, targetId: target.id, introducerId, throughId, line });
    },
    onDone: (introduction) => {
      takeIn(introduction);
      onAsked(introduction);
    },
  });
  const { failure } = form;
  return (
    <Form form={form}>
      {ways.length === 1 && ways[0]?.introducerId === null ? (
        <p>{t('ask.hosts', { name: target.name })}</p>
      ) : (
        <RadioCards
          legend={t('ask.whom')}
          {...form.field('way')}
          value={chosenFrom(form.values.way)?.choice.value ?? null}
          options={ways.map(({ choice }) => choice)}
        />
      )}
      {busy.length > 0 && <p className={styles.soft}>{t('ask.busy', { names: busy.join(t('ask.comma')) })}</p>}
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

/** Best first: who knows us both and is here; two steps; the hosts before whoever is not here yet. */
function waysOf({ direct, through }: IntroducersAnswer, t: Translate): Way[] {
  const free = direct.filter(({ busy }) => !busy);
  const one = ({ accountId, name, present, connects }: IntroducersAnswer['direct'][number]): Way => ({
    introducerId: accountId,
    throughId: null,
    choice: {
      value: accountId,
      label: name,
      hint: t(present ? (connects ? 'ask.hereConnects' : 'ask.here') : 'ask.notHere'),
    },
  });
  const two = through
    .filter(({ first, second }) => !first.busy && !second.busy)
    .map(
      ({ first, second }): Way => ({
        introducerId: second.accountId,
        throughId: first.accountId,
        choice: {
          value: `${first.accountId}_${second.accountId}`,
          label: t('ask.two', { first: first.name, second: second.name }),
          hint: t('ask.twoHint', { first: first.name }),
        },
      }),
    );
  const here = free.filter(({ present }) => present);
  const hosts: Way = {
    introducerId: null,
    throughId: null,
    choice: { value: HOSTS, label: t('ask.theHosts'), hint: t('ask.hostsHint') },
  };
  return [
    ...here.map(one),
    ...two,
    ...(here.length === 0 ? [hosts] : []),
    ...free.filter(({ present }) => !present).map(one),
  ];
}
