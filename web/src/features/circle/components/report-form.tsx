import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { reportPerson } from '../circle.mutations.js';
import styles from './circle.module.css';

type Props = {
  eventId: string;
  personId: string;
  message: { id: string; text: string } | undefined;
  onReported: () => void;
};

/** For those who run the event (I6). The same report sent twice is one. */
export function ReportForm({ eventId, personId, message, onReported }: Props) {
  const { t } = useTranslation('away');
  const [requestId] = useState(newId);
  const form = useForm({
    draft: null,
    initial: { reason: '' },
    submit: ({ reason }) => reportPerson(eventId, personId, { reason, requestId, messageId: message?.id }),
    onDone: () => {
      toast(t('reported'));
      onReported();
    },
  });
  return (
    <Form form={form}>
      {message && <blockquote className={styles.quote}>{message.text}</blockquote>}
      <TextArea label={t('reason')} hint={t('reasonHint')} optional rows={3} {...form.field('reason')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" variant="secondary" full busy={form.submitting}>
        {t('report')}
      </Button>
    </Form>
  );
}
