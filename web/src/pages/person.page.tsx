import type { PersonView, PublicEvent } from '@teabreak/shared';
import { Suspense } from 'react';
import { BackLink } from '../components/back-link.js';
import { LinkButton } from '../components/button.js';
import { usePageTitle } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { EmptyState } from '../components/states.js';
import { usePerson } from '../features/board/board.queries.js';
import { boardPhase } from '../features/board/board-phase.js';
import { PersonAbout, PersonFacts } from '../features/board/components/person-about.js';
import { PersonContacts } from '../features/board/components/person-contacts.js';
import { usePersonLive } from '../features/board/person.live.js';
import { useCircle } from '../features/circle/circle.queries.js';
import { AcquaintanceButton } from '../features/circle/components/acquaintance-button.js';
import { WeTalked } from '../features/encounters/components/we-talked.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { usePlaceNames } from '../features/events/place-names.js';
import { PersonIntroductions } from '../features/introductions/components/person-introductions.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { ApiError } from '../lib/api-error.js';
import { serverNow } from '../lib/clock.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { navigate, useLocation, useParams } from '../lib/router.js';
import styles from './person.module.css';

const KeepAway = later(() => import('../features/circle/components/keep-away.js').then((file) => file.KeepAway));

export function PersonPage() {
  const { t } = useTranslation('person');
  const { slug = '', personId = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.board} label={t('back')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={to.join} signInPath={paths.signIn(to.person(personId))}>
            {() => <Somebody event={event} personId={personId} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Somebody({ event, personId }: { event: PublicEvent; personId: string }) {
  const { t } = useTranslation('person');
  const now = usePersonLive(event.id, personId);
  const query = usePerson(event.id, personId);
  if (query.error instanceof ApiError && query.error.code === 'not_found') {
    const board = <LinkButton to={paths.event(event.slug).board}>{t('unknown.board')}</LinkButton>;
    return (
      <EmptyState page title={t('unknown.title')} action={board}>
        {t('unknown.text')}
      </EmptyState>
    );
  }
  return (
    <>
      {query.error && !query.data && <h1 className="visually-hidden">{t('title')}</h1>}
      <QueryView query={query}>{(person) => <Person event={event} person={{ ...person, ...now }} />}</QueryView>
    </>
  );
}

function Person({ event, person }: { event: PublicEvent; person: PersonView }) {
  const { hash, pathname } = useLocation();
  const placeNames = usePlaceNames(event);
  const { id, name, acquaintance } = person;
  const known = useCircle(event.id).data?.known ?? [];
  const theyAsk = acquaintance === 'asked-by-them';
  const knows = <AcquaintanceButton eventId={event.id} personId={id} name={name} state={acquaintance} />;
  usePageTitle(name);
  return (
    <>
      <PersonAbout
        person={person}
        place={placeNames.get(person.placeId ?? '')}
        isOver={boardPhase(event, serverNow()) === 'over'}
      />
      <div className={styles.actions}>
        {theyAsk && knows}
        <PersonIntroductions eventId={event.id} slug={event.slug} person={person} known={known} />
        <WeTalked
          eventId={event.id}
          personId={id}
          name={name}
          noteOpen={hash === '#note'}
          onNoteClosed={() => hash && navigate(pathname, { replace: true })}
        />
        {!theyAsk && knows}
      </div>
      <PersonContacts eventId={event.id} person={person} />
      <PersonFacts person={person} />
      <Suspense>
        <KeepAway
          eventId={event.id}
          personId={id}
          name={name}
          onBlocked={() => navigate(paths.event(event.slug).board, { replace: true })}
        />
      </Suspense>
    </>
  );
}
