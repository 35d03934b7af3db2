import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { PlusIcon } from '../../../components/icons.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import { WalkIn } from './walk-in.js';

export function WalkInButton({ eventId, gate = '' }: { eventId: string; gate?: string }) {
  const { t } = useTranslation('guests');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon={PlusIcon} onClick={() => setOpen(true)}>
        {t('walkIn.button')}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('walkIn.title')}>
        <WalkIn eventId={eventId} gate={gate} />
      </Sheet>
    </>
  );
}
