import { useEffect } from 'react';
import { Narrow } from '../components/narrow.js';
import { usePageTitle } from '../components/page-header.js';
import { PersonalLink } from '../features/registrations/components/personal-link.js';
import { useEntered } from '../features/registrations/registrations.mutations.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';
import { draft } from '../lib/storage.js';

/** What stands in the address once the token has left it. */
const MASKED = 'me';

export function ClaimPage() {
  const { t } = useTranslation('join');
  const { token = '' } = useParams();
  const entered = useEntered();
  usePageTitle(t('claim.documentTitle'));

  // The token is worth a seat: it must not stay in the address for screenshots and forwarded pages. A reload still finds it.
  useEffect(() => {
    if (token === MASKED) return;
    draft.write('claim', token);
    history.replaceState(history.state, '', paths.claim(MASKED));
  }, [token]);

  const open = token === MASKED ? draft.read('claim') : token;
  return (
    <Narrow>
      <PersonalLink
        token={typeof open === 'string' ? open : MASKED}
        onClaimed={(answer) => {
          draft.remove('claim');
          entered(answer);
          navigate(paths.event(answer.slug).home, { replace: true });
        }}
      />
    </Narrow>
  );
}
