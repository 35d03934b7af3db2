import { Button } from '../../../components/button.js';
import { toast } from '../../../components/toast.js';
import { errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { navigate } from '../../../lib/router.js';
import { useEnterDemo } from '../demo.mutations.js';

/** Seeding takes a few seconds the first time; the button says so meanwhile. */
export function EnterDemoButton() {
  const { t } = useTranslation('start');
  const enter = useEnterDemo();
  const step = () =>
    enter.mutate(undefined, {
      onSuccess: ({ slug }) => navigate(`/e/${encodeURIComponent(slug)}/home`),
      onError: (error) => toast(errorMessage(error, t), 'seal'),
    });
  return (
    <Button variant="secondary" size="l" busy={enter.isPending} onClick={step}>
      {t(enter.isPending ? 'demoBusy' : 'demo')}
    </Button>
  );
}
