import type { PersonView, PublicEvent } from '@teabreak/shared';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button, LinkButton } from '../components/button.js';
import { usePageTitle } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { Sheet } from '../components/sheet.js';
import { usePerson } from '../features/board/board.queries.js';
import { PersonAbout } from '../features/board/components/person-about.js';
import { PersonContacts } from '../features/board/components/person-contacts.js';
import { usePersonLive } from '../features/board/person.live.js';
import { AcquaintanceButton } from '../features/circle/components/acquaintance-button.js';
import { BlockButton } from '../features/circle/components/block-button.js';
import { WeTalked } from '../features/encounters/components/we-talked.js';
import { useEvent } from '../features/events/events.queries.js';
import { AskForm } from '../features/introductions/components/ask-form.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import styles from './person.module.css';

export function PersonPage() {
  const { slug = '', personId = '' } = useParams();
  const event = useEvent(slug);
  return <QueryView query={event}>{(found) => <Somebody event={found} personId={personId} />}</QueryView>;
}

function Somebody({ event, personId }: { event: PublicEvent; personId: string }) {
  usePersonLive(event.id);
  return (
    <QueryView query={usePerson(event.id, personId)}>{(person) => <Person event={event} person={person} />}</QueryView>
  );
}

function Person({ event, person }: { event: PublicEvent; person: PersonView }) {
  const { t } = useTranslation('person');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const to = paths.event(event.slug);
  const { id, name } = person;
  usePageTitle(name);
  return (
    <div className={styles.page}>
      <PersonAbout person={person} />
      <PersonContacts eventId={event.id} person={person} />
      <div className={styles.actions}>
        {person.introductionId ? (
          <LinkButton full to={to.introduction(person.introductionId)}>
            {t('seeIntroduction')}
          </LinkButton>
        ) : (
          <Button full onClick={() => setAsking(true)}>
            {t('ask', { name })}
          </Button>
        )}
        <WeTalked eventId={event.id} personId={id} name={name} />
        <AcquaintanceButton eventId={event.id} personId={id} name={name} state={person.acquaintance} />
        <BlockButton eventId={event.id} personId={id} name={name} onBlocked={() => navigate(to.board)} />
      </div>
      <Sheet open={asking} onClose={() => setAsking(false)} title={t('ask', { name })}>
        <AskForm
          eventId={event.id}
          target={{ id, name }}
          introducers={person.introducers}
          onAsked={(introduction) => navigate(to.introduction(introduction.id))}
        />
      </Sheet>
    </div>
  );
}
