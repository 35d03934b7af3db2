import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { WarnIcon } from '../../../components/first-icons.js';
import { Form } from '../../../components/form.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { reportAsk } from '../asks.mutations.js';

/** For those who run the event; the author learns nothing (I6). */
export function ReportAsk({ eventId, askId }: { eventId: string; askId: string }) {
  const { t } = useTranslation('asks');
  const [asking, setAsking] = useState(false);
  const form = useForm({
    draft: null,
    initial: { reason: '' },
    submit: ({ reason }) => reportAsk(eventId, askId, reason),
    onDone: () => {
      toast(t('report.done'));
      setAsking(false);
    },
  });
  return (
    <>
      <Button variant="faint" size="s" full icon={WarnIcon} onClick={() => setAsking(true)}>
        {t('report.open')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('report.title')}>
        <Form form={form}>
          <p>{t('report.text')}</p>
          <TextArea label={t('report.reason')} optional rows={3} {...form.field('reason')} />
          <FormFailure failure={form.failure} />
          <Button type="submit" variant="secondary" full busy={form.submitting}>
            {t('report.send')}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
