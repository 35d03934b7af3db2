import type { IntroductionView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox, RadioCards } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { SearchField } from '../../../components/search-field.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { offerIntroduction, useTakeIn } from '../introductions.mutations.js';
import styles from './introduction.module.css';

type Props = {
  eventId: string;
  person: { id: string; name: string };
  /** Whom I know beside them. */
  others: readonly { registrationId: string; name: string; headline: string }[];
  onOffered: (introduction: IntroductionView) => void;
};

/** A list one reads at a glance needs no search. */
const MANY = 8;

/** "You two should meet" (I4): giving is as easy as asking, and both must say yes. */
export function OfferForm({ eventId, person, others, onOffered }: Props) {
  const { t } = useTranslation('introductions');
  const takeIn = useTakeIn(eventId);
  const [requestId] = useState(newId);
  const [wanted, setWanted] = useState('');
  const form = useForm({
    draft: `offer-${person.id}`,
    initial: { other: '', line: '', joins: false },
    submit: ({ other, line, joins }) =>
      offerIntroduction(eventId, { requestId, oneId: person.id, otherId: other, line, joins }),
    onDone: (introduction) => {
      takeIn(introduction);
      onOffered(introduction);
    },
  });
  if (others.length === 0) return <p>{t('offer.nobody', { name: person.name })}</p>;
  const { other } = form.values;
  const found = others.filter(
    ({ registrationId, name }) =>
      registrationId === other || name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <Form form={form}>
      {others.length > MANY && <SearchField label={t('offer.search')} value={wanted} onChange={setWanted} />}
      <RadioCards
        legend={t('offer.whom', { name: person.name })}
        {...form.field('other')}
        options={found.map(({ registrationId, name, headline }) => ({
          value: registrationId,
          label: name,
          ...(headline && { hint: headline }),
        }))}
      />
      <TextArea
        label={t('offer.line')}
        hint={t('offer.lineHint')}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      <Checkbox label={t('passOn.joins')} hint={t('passOn.joinsHint')} {...form.field('joins')} />
      <p className={styles.soft}>{t('offer.promise')}</p>
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting} disabled={!other}>
        {t('offer.send')}
      </Button>
    </Form>
  );
}
