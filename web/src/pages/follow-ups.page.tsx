import { Narrow } from '../components/narrow.js';
import { PageHeader } from '../components/page-header.js';
import { ProveEmail } from '../features/accounts/components/prove-email.js';
import { SignedIn } from '../features/accounts/components/signed-in.js';
import { DigestSection } from '../features/follow-ups/components/digest-form.js';
import { FollowUps } from '../features/follow-ups/components/follow-up-list.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function FollowUpsPage() {
  const { t } = useTranslation('follow-ups');
  return (
    <Narrow open>
      <SignedIn signInPath={paths.signIn(paths.followUps)}>
        <PageHeader title={t('title')} lead={t('lead')} />
        <FollowUps path={paths.followUp} />
        <DigestSection proveEmail={(onProven) => <ProveEmail onProven={onProven} />} />
      </SignedIn>
    </Narrow>
  );
}
