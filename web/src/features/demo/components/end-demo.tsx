import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEndDemo } from '../demo.mutations.js';
import { useDemo } from '../demo.queries.js';

/** For whoever started the demo, while it runs. Asked once, because it takes everybody out of it. */
export function EndDemo({ onEnded }: { onEnded: () => Promise<unknown> }) {
  const { t } = useTranslation('start');
  const [asking, setAsking] = useState(false);
  const demo = useDemo();
  const end = useEndDemo(async () => {
    setAsking(false);
    await onEnded();
    toast(t('endDemo.done'));
  });
  if (!demo.data?.mayEnd || end.isSuccess) return null;
  return (
    <div>
      <Button variant="quiet" size="s" onClick={() => setAsking(true)}>
        {t('endDemo.open')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('endDemo.title')}
        actions={
          <Button variant="danger" busy={end.isPending} onClick={() => end.mutate()}>
            {t('endDemo.open')}
          </Button>
        }
      >
        <p>{t('endDemo.text')}</p>
        <FormFailure failure={end.error} />
      </Dialog>
    </div>
  );
}
