import { PageHeader } from '../components/page-header.js';
import { Outbox } from '../features/mails/components/outbox.js';
import { useTranslation } from '../lib/i18n.js';

export function MailsPage() {
  const { t } = useTranslation('site');
  return (
    <>
      <PageHeader title={t('mails.title')} lead={t('mails.lead')} />
      <Outbox />
    </>
  );
}
