import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { BlockIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { reportPerson, useBlock } from '../circle.mutations.js';

type Props = { eventId: string; personId: string; name: string; onBlocked: () => void };

/** Block and report (I6), each by itself: who is blocked notices nothing, who is reported neither. */
export function KeepAway({ eventId, personId, name, onBlocked }: Props) {
  const { t } = useTranslation('person');
  const [asking, setAsking] = useState(false);
  const block = useBlock(eventId, personId);
  const report = useForm({
    draft: null,
    initial: { reason: '' },
    submit: ({ reason }) => reportPerson(eventId, personId, reason),
    onDone: () => {
      toast(t('away.reported'));
      setAsking(false);
    },
  });
  return (
    <>
      <Button variant="quiet" full icon={BlockIcon} onClick={() => setAsking(true)}>
        {t('away.open')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('away.title', { name })}>
        <p>{t('away.block')}</p>
        <FormFailure failure={block.error} />
        <Button
          variant="danger"
          full
          busy={block.isPending}
          onClick={() => block.mutate(undefined, { onSuccess: onBlocked })}
        >
          {t('away.blockNow')}
        </Button>
        <Form form={report}>
          <TextArea
            label={t('away.reason')}
            hint={t('away.reasonHint')}
            optional
            rows={3}
            {...report.field('reason')}
          />
          <FormFailure failure={report.failure} />
          <Button type="submit" variant="secondary" full busy={report.submitting}>
            {t('away.report')}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
