import type { Circle, IntroductionView, PersonView } from '@teabreak/shared';
import { Suspense, useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { BridgeIcon } from '../../../components/first-icons.js';
import { Skeleton } from '../../../components/progress.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import { paths } from '../../../lib/paths.js';
import { navigate } from '../../../lib/router.js';

const AskForm = later(() => import('./ask-form.js').then((file) => file.AskForm));
const OfferForm = later(() => import('./offer-form.js').then((file) => file.OfferForm));

type Props = { eventId: string; slug: string; person: PersonView; known: Circle['known'] };

/** Whom I do not know I ask to be introduced to (I1); whom I know I introduce to somebody else I know (I4). */
export function PersonIntroductions({ eventId, slug, person, known }: Props) {
  const { t } = useTranslation('person');
  const [open, setOpen] = useState(false);
  const to = paths.event(slug);
  const { id, name, introductionId, acquaintance } = person;
  const isKnown = acquaintance === 'known';
  const see = (introduction: IntroductionView) => navigate(to.introduction(introduction.id));
  const title = t(isKnown ? 'introduce' : 'ask', { name });
  return (
    <>
      {introductionId && (
        <LinkButton full variant={isKnown ? 'secondary' : 'primary'} to={to.introduction(introductionId)}>
          {t('seeIntroduction')}
        </LinkButton>
      )}
      {(isKnown || !introductionId) && (
        <Button
          full
          variant={acquaintance === 'asked-by-them' ? 'secondary' : 'primary'}
          icon={BridgeIcon}
          onClick={() => setOpen(true)}
        >
          {title}
        </Button>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={title}>
        {/* Who can be asked is looked up when one wants to ask. */}
        <Suspense fallback={<Skeleton lines={4} />}>
          {!open ? null : isKnown ? (
            <OfferForm
              eventId={eventId}
              person={{ id, name }}
              others={known.filter(({ registrationId }) => registrationId !== id)}
              onOffered={see}
            />
          ) : (
            <AskForm eventId={eventId} target={{ id, name }} introductionsPath={to.introductions} onAsked={see} />
          )}
        </Suspense>
      </Sheet>
    </>
  );
}
