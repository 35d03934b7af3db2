import { useState } from 'react';
import { Narrow } from '../components/narrow.js';
import { usePageTitle } from '../components/page-header.js';
import { StopDigest } from '../features/follow-ups/components/stop-digest.js';
import { useTranslation } from '../lib/i18n.js';

export function StopDigestPage() {
  const { t } = useTranslation('follow-ups');
  usePageTitle(t('stopDigest.title'));
  const [token] = useState(() => location.hash.slice(1));
  return (
    <Narrow>
      <StopDigest token={token} />
    </Narrow>
  );
}
