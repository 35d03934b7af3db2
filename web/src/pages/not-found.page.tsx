import { LinkButton } from '../components/button.js';
import { usePageTitle } from '../components/page-header.js';
import { EmptyState } from '../components/states.js';
import { useTranslation } from '../lib/i18n.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <EmptyState page title={t('notFound.title')} action={<LinkButton to="/">{t('notFound.home')}</LinkButton>}>
      {t('notFound.text')}
    </EmptyState>
  );
}
