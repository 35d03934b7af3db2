import type { WalkInAnswer } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { CopyField } from '../../../components/copy-field.js';
import { QrImage } from '../../../components/qr-image.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './walk-in.module.css';
import { WalkInForm } from './walk-in-form.js';

/** First the name, then the code that the person takes along on their own phone (E4). */
export function WalkIn({ eventId, gate }: { eventId: string; gate: string }) {
  const { t } = useTranslation('guests');
  const [done, setDone] = useState<WalkInAnswer | null>(null);
  if (!done)
    return (
      <>
        <p>{t('walkIn.lead')}</p>
        <WalkInForm eventId={eventId} gate={gate} onDone={setDone} />
      </>
    );
  const { name, personalLink } = done;
  const token = personalLink.slice(personalLink.lastIndexOf('/') + 1);
  return (
    <div className={styles.done} role="status">
      <p className={styles.welcome}>{t('walkIn.welcome', { name })}</p>
      <p>{t('walkIn.scan')}</p>
      <QrImage src={`/api/claims/${token}/qr.svg`} alt={t('walkIn.qr', { name })} />
      <CopyField label={t('walkIn.link')} value={personalLink} />
      <Button variant="secondary" onClick={() => setDone(null)}>
        {t('walkIn.next')}
      </Button>
    </div>
  );
}
