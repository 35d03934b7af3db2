import { useState } from 'react';
import { Button, IconButton } from '../../../components/button.js';
import { BlockIcon } from '../../../components/icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useBlock } from '../circle.mutations.js';
import styles from './circle.module.css';
import { ReportForm } from './report-form.js';

type Props = {
  eventId: string;
  personId: string;
  name: string;
  onBlocked?: () => void;
  /** What they wrote, where it begins there: the hosts get it with the report. */
  message?: { id: string; text: string };
  /** `named` where several people stand on the page, `icon` beside somebody in a list. */
  look?: 'plain' | 'named' | 'icon';
};

/** Block and report (I6), each by itself: who is blocked notices nothing, who is reported neither. */
export function KeepAway({ eventId, personId, name, onBlocked, message, look = message ? 'icon' : 'plain' }: Props) {
  const { t } = useTranslation('away');
  const [asking, setAsking] = useState(false);
  const block = useBlock(eventId, personId, () => {
    setAsking(false);
    toast(t('blocked'));
    onBlocked?.();
  });
  return (
    <>
      {look === 'icon' ? (
        <IconButton label={t('openFor', { name })} icon={BlockIcon} onClick={() => setAsking(true)} />
      ) : (
        <Button variant="faint" size="s" full icon={BlockIcon} onClick={() => setAsking(true)}>
          {look === 'named' ? t('openFor', { name }) : t('open')}
        </Button>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('title', { name })}>
        <div className={styles.away}>
          <p>{t('block')}</p>
          <FormFailure failure={block.error} />
          <Button variant="danger" full busy={block.isPending} onClick={() => block.mutate()}>
            {t('blockNow')}
          </Button>
        </div>
        <ReportForm eventId={eventId} personId={personId} message={message} onReported={() => setAsking(false)} />
      </Dialog>
    </>
  );
}
