import type { IntroductionView, PersonView, PublicEvent } from '@teabreak/shared';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../components/button.js';
import { BridgeIcon } from '../components/icons.js';
import { Sheet } from '../components/sheet.js';
import { useCircle } from '../features/circle/circle.queries.js';
import { AskForm } from '../features/introductions/components/ask-form.js';
import { OfferForm } from '../features/introductions/components/offer-form.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

type Props = { event: PublicEvent; person: PersonView };

/** Whom I do not know I ask to be introduced to (I1); whom I know I introduce to somebody else (I4). */
export function PersonIntroductions({ event, person }: Props) {
  const { t } = useTranslation('person');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const to = paths.event(event.slug);
  const { id, name, introducers, hostsStandIn, introductionId, acquaintance } = person;
  const known = acquaintance === 'known';
  const seen = (introduction: IntroductionView) => void navigate(to.introduction(introduction.id));
  const title = t(known ? 'introduce' : 'ask', { name });
  return (
    <>
      {introductionId && (
        <LinkButton full variant={known ? 'secondary' : 'primary'} to={to.introduction(introductionId)}>
          {t('seeIntroduction')}
        </LinkButton>
      )}
      {(known || !introductionId) && (
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
        {known ? (
          <Offer eventId={event.id} person={{ id, name }} onOffered={seen} />
        ) : (
          <AskForm
            eventId={event.id}
            target={{ id, name }}
            introducers={introducers}
            hostsStandIn={hostsStandIn}
            introductionsPath={to.introductions}
            onAsked={seen}
          />
        )}
      </Sheet>
    </>
  );
}

type OfferProps = { eventId: string; person: { id: string; name: string }; onOffered: (one: IntroductionView) => void };

function Offer({ eventId, person, onOffered }: OfferProps) {
  const known = useCircle(eventId).data?.known ?? [];
  const others = known.filter(({ registrationId }) => registrationId !== person.id);
  return <OfferForm eventId={eventId} person={person} others={others} onOffered={onOffered} />;
}
