import { Suspense } from 'react';
import { Narrow } from '../components/narrow.js';
import { usePageTitle } from '../components/page-header.js';
import { ExchangeCard } from '../features/cards/components/exchange-card.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

const KeepAway = later(() => import('../features/circle/components/keep-away.js').then((file) => file.KeepAway));

export function ExchangePage() {
  const { t } = useTranslation('cards');
  const { token = '' } = useParams();
  usePageTitle(t('exchange'));
  return (
    <Narrow>
      <ExchangeCard token={token} key={token}>
        {({ registrationId, name }, eventId, slug) => (
          <Suspense>
            <KeepAway
              eventId={eventId}
              personId={registrationId}
              name={name}
              onBlocked={() => navigate(paths.event(slug).card, { replace: true })}
            />
          </Suspense>
        )}
      </ExchangeCard>
    </Narrow>
  );
}
