import type { ScreenLink } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useScreenLinkEnd } from '../screen-links.mutations.js';

type Props = { eventId: string; which: ScreenLink | 'all' | null; onClose: () => void };

/** Asks first: a screen in the room goes dark. */
export function EndScreenLinks({ eventId, which, onClose }: Props) {
  const { t } = useTranslation('screen-links');
  const end = useScreenLinkEnd(eventId);
  const words = which === 'all' ? 'All' : 'One';
  return (
    <Dialog
      open={which !== null}
      onClose={onClose}
      title={t(`endTitle${words}`)}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="danger"
            busy={end.isPending}
            onClick={() => which && end.mutate(which, { onSuccess: onClose })}
          >
            {t(`end${words}`)}
          </Button>
        </>
      }
    >
      <p>{t('endText')}</p>
      <FormFailure failure={end.error} />
    </Dialog>
  );
}
