import type { PublicEvent } from '@teabreak/shared';
import { Suspense } from 'react';
import { usePageTitle } from '../components/page-header.js';
import { useMe } from '../features/accounts/accounts.queries.js';
import { Agenda } from '../features/events/components/agenda.js';
import { EventAbout, Hosts } from '../features/events/components/event-about.js';
import { EventBody } from '../features/events/components/event-body.js';
import { EventHero } from '../features/events/components/event-hero.js';
import { JoinBar } from '../features/events/components/join-bar.js';
import { OtherWays } from '../features/events/components/other-ways.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const Arrival = later(() => import('../features/events/components/arrival.js').then((file) => file.Arrival));

export function EventPage() {
  const { slug = '' } = useParams();
  return <WithEvent slug={slug}>{(event) => <Content event={event} />}</WithEvent>;
}

function Content({ event }: { event: PublicEvent }) {
  usePageTitle(event.title);
  const { data: me } = useMe();
  const own = me?.signedIn ? me.registrations.find(({ slug }) => slug === event.slug) : undefined;
  const at = paths.event(event.slug);
  return (
    <>
      <EventHero event={event} />
      <EventBody>
        <EventAbout event={event} />
        <Agenda event={event} />
        <Suspense>
          <Arrival event={event} />
        </Suspense>
        <Hosts names={event.hosts} />
        {!own && <OtherWays signInPath={paths.signIn(at.home)} />}
        <JoinBar event={event} standing={own?.status ?? null} joinPath={at.join} homePath={at.home} />
      </EventBody>
    </>
  );
}
