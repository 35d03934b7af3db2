import type { DemoEntered } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { toast } from '../../../components/toast.js';
import { errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useEnterDemo } from '../demo.mutations.js';

/** Seeding takes a few seconds the first time; the button says so meanwhile. */
export function EnterDemoButton({ onEntered }: { onEntered: (demo: DemoEntered) => Promise<unknown> }) {
  const { t } = useTranslation('start');
  const enter = useEnterDemo(onEntered);
  const step = () => enter.mutate(undefined, { onError: (error) => toast(errorMessage(error, t), 'seal') });
  return (
    <Button variant="secondary" size="l" busy={enter.isPending} onClick={step}>
      {t(enter.isPending ? 'demoBusy' : 'demo')}
    </Button>
  );
}
