import { useParams } from 'react-router';
import { usePageTitle } from '../components/page-header.js';
import { ExchangeCard } from '../features/cards/components/exchange-card.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function ExchangePage() {
  const { t } = useTranslation('cards');
  const { token = '' } = useParams();
  usePageTitle(t('exchange'));
  return (
    <ExchangeCard
      token={token}
      cardPath={(slug) => paths.event(slug).card}
      joinPath={(slug) => paths.event(slug).join}
    />
  );
}
