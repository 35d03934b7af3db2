import { BackLink } from '../components/back-link.js';
import { Narrow } from '../components/narrow.js';
import { SignedIn } from '../features/accounts/components/signed-in.js';
import { FollowUpDetail } from '../features/follow-ups/components/follow-up-detail.js';
import { OfferBetween } from '../features/introductions/components/offer-between.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function FollowUpPage() {
  const { t } = useTranslation('follow-ups');
  const { followUpId = '' } = useParams();
  return (
    <Narrow open>
      <BackLink to={paths.followUps} label={t('title')} />
      <SignedIn signInPath={paths.signIn(paths.followUp(followUpId))}>
        <FollowUpDetail
          id={followUpId}
          notePath={(slug, personId) => `${paths.event(slug).person(personId)}#note`}
          introduceHere={(here, names, done) => <OfferBetween {...here} names={names} onOffered={done} />}
        />
      </SignedIn>
    </Narrow>
  );
}
