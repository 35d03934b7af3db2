import type { JoinAnswer, PublicEvent } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { ApiError } from '../../../lib/api-error.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { emptyJoin, type JoinValues, joinInput, withTakingPart } from '../join-values.js';
import { join } from '../registrations.mutations.js';
import { ConsentFields } from './consent-fields.js';
import { ContactFields } from './contact-fields.js';
import styles from './join-form.module.css';

export type GoalSlot = {
  value: JoinValues['goal'];
  onChange: (goal: JoinValues['goal']) => void;
  errors: Record<string, string>;
};

type Props = {
  event: PublicEvent;
  goalFields: (slot: GoalSlot) => ReactNode;
  signInPath: string;
  onJoined: (answer: JoinAnswer) => void;
};

/** E2: three short steps on one page. What is typed survives a reload, and sending again never makes a second person. */
export function JoinForm({ event, goalFields, signInPath, onJoined }: Props) {
  const { t, language } = useTranslation('join');
  const [initial] = useState(() => emptyJoin(language));
  const form = useForm<JoinValues, JoinAnswer>({
    draft: `join.${event.slug}`,
    initial,
    schema: () => import('@teabreak/shared').then((shared) => withTakingPart(shared.JoinInput)),
    toInput: (values) => joinInput(values, language),
    submit: (values) => join(event.slug, joinInput(values, language)),
    onDone: onJoined,
  });
  const { values, errors } = form;
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      <Step number={1} title={t('you')}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="name"
          enterKeyHint="next"
          maxLength={LIMITS.name * 2}
          {...form.field('name')}
        />
        <ContactFields value={values.contact} onChange={(contact) => form.set('contact', contact)} errors={errors} />
      </Step>
      <Step number={2} title={t('goal')}>
        {goalFields({ value: values.goal, onChange: (goal) => form.set('goal', goal), errors })}
      </Step>
      <Step number={3} title={t('consents')}>
        <p className={styles.lead}>{t('consentsLead')}</p>
        <ConsentFields
          value={values.consents}
          onChange={(consents) => form.set('consents', consents)}
          errors={errors}
        />
      </Step>
      <div className={styles.end}>
        <Failure failure={form.failure} wrong={Object.keys(errors).length} signInPath={signInPath} />
        <Button type="submit" size="l" full busy={form.submitting}>
          {t(form.failure ? 'retry' : event.registration === 'full' ? 'submitWaitlist' : 'submit')}
        </Button>
      </div>
    </form>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const { t } = useTranslation('join');
  return (
    <section className={styles.step}>
      <h2 className={styles.heading}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className="visually-hidden">{t('step', { number })}: </span>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Failure({ failure, wrong, signInPath }: { failure: unknown; wrong: number; signInPath: string }) {
  const { t } = useTranslation('join');
  if (wrong > 0) return <Notice tone="seal">{t('fieldsWrong', { count: wrong })}</Notice>;
  if (failure instanceof ApiError && failure.unanswered) return <Notice tone="seal">{t('notSent')}</Notice>;
  if (failure instanceof ApiError && failure.code === 'already_registered')
    return (
      <Notice tone="tea">
        <p>{t('notSignedIn')}</p>
        <LinkButton variant="secondary" size="s" to={signInPath}>
          {t('claim.signIn')}
        </LinkButton>
      </Notice>
    );
  return <FormFailure failure={failure} />;
}
