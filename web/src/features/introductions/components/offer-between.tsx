import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { offerIntroduction } from '../introductions.mutations.js';
import styles from './introduction.module.css';

type Props = {
  eventId: string;
  oneId: string;
  otherId: string;
  names: { one: string; other: string };
  /** Where the three could meet today: whoever brings them together may come along. */
  mayJoin?: boolean;
  onOffered: (introduction: IntroductionView) => void;
};

/** "You two should meet" (I4) where both are known already. */
export function OfferBetween({ eventId, oneId, otherId, names, mayJoin = false, onOffered }: Props) {
  const { t } = useTranslation('introductions');
  const [requestId] = useState(newId);
  const form = useForm({
    draft: `offer-${oneId}-${otherId}`,
    initial: { line: '', joins: false },
    submit: ({ line, joins }) => offerIntroduction(eventId, { requestId, oneId, otherId, line, joins }),
    onDone: (introduction) => {
      toast(t('offer.sentBetween', names));
      onOffered(introduction);
    },
  });
  return (
    <Form form={form}>
      <TextArea
        label={t('offer.line')}
        hint={t('offer.lineHint')}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      {mayJoin && <Checkbox label={t('passOn.joins')} hint={t('passOn.joinsHint')} {...form.field('joins')} />}
      <p className={styles.soft}>{t('offer.promise')}</p>
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('offer.send')}
      </Button>
    </Form>
  );
}
