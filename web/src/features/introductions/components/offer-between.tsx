import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
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
  onOffered: (introduction: IntroductionView) => void;
};

/** "You two should meet" (I4) where both are known already. */
export function OfferBetween({ eventId, oneId, otherId, names, onOffered }: Props) {
  const { t } = useTranslation('introductions');
  const [requestId] = useState(newId);
  const form = useForm({
    draft: `offer-${oneId}-${otherId}`,
    initial: { line: '' },
    submit: ({ line }) => offerIntroduction(eventId, { requestId, oneId, otherId, line }),
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
      <p className={styles.soft}>{t('offer.promise')}</p>
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('offer.send')}
      </Button>
    </Form>
  );
}
