import { BackLink } from '../components/back-link.js';
import { PageHeader } from '../components/page-header.js';
import { Scanner } from '../components/scanner/scanner.js';
import { toast } from '../components/toast.js';
import { cardTokenIn } from '../features/cards/card-code.js';
import { TypedCode } from '../features/cards/components/code-form.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

/** By camera, by photo, or by typing: all three lead to the same card (C2). */
export function ScanPage() {
  const { t } = useTranslation('cards');
  const { slug = '' } = useParams();
  const open = (token: string) => navigate(paths.exchange(token));
  const read = (text: string) => {
    const token = cardTokenIn(text, location.origin);
    if (token === null) toast(t('notACard'), 'seal');
    else open(token);
  };
  return (
    <>
      <BackLink to={paths.event(slug).card} label={t('title')} />
      <PageHeader title={t('scanTitle')} lead={t('scanLead')} />
      <Scanner label={t('scanTitle')} onText={read} />
      <TypedCode onToken={open} />
    </>
  );
}
