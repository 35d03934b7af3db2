import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { BlockIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useBlock } from '../circle.mutations.js';

type Props = { eventId: string; personId: string; name: string; onBlocked: () => void };

/** I6. Asks once, because it cannot be seen afterwards. */
export function BlockButton({ eventId, personId, name, onBlocked }: Props) {
  const { t } = useTranslation('person');
  const [asking, setAsking] = useState(false);
  const block = useBlock(eventId, personId);
  return (
    <>
      <Button variant="quiet" full icon={BlockIcon} onClick={() => setAsking(true)}>
        {t('block.open')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('block.title', { name })}
        actions={
          <Button
            variant="danger"
            busy={block.isPending}
            onClick={() => block.mutate(undefined, { onSuccess: onBlocked })}
          >
            {t('block.confirm')}
          </Button>
        }
      >
        <p>{t('block.text')}</p>
        <FormFailure failure={block.error} />
      </Dialog>
    </>
  );
}
