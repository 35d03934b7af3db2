import { Narrow } from '../components/narrow.js';
import { usePageTitle } from '../components/page-header.js';
import { ExchangeCard } from '../features/cards/components/exchange-card.js';
import { useTranslation } from '../lib/i18n.js';
import { useParams } from '../lib/router.js';

export function ExchangePage() {
  const { t } = useTranslation('cards');
  const { token = '' } = useParams();
  usePageTitle(t('exchange'));
  return (
    <Narrow>
      <ExchangeCard token={token} key={token} />
    </Narrow>
  );
}
