import type { PublicEvent } from '@teabreak/shared';
import { BackLink } from '../components/back-link.js';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { useCircle } from '../features/circle/circle.queries.js';
import { AskedPeople } from '../features/circle/components/asked-people.js';
import { AskingPeople } from '../features/circle/components/asking-people.js';
import { CirclePeople } from '../features/circle/components/circle-people.js';
import { CircleSettings } from '../features/circle/components/circle-settings.js';
import { CircleThanks } from '../features/circle/components/circle-thanks.js';
import { Connectors } from '../features/circle/components/connectors.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function CirclePage() {
  const { t } = useTranslation('my-circle');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.introductions} label={t('back')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={to.join} signInPath={paths.signIn(to.circle)}>
            {() => <Everybody event={event} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Everybody({ event: { id, slug } }: { event: PublicEvent }) {
  const query = useCircle(id);
  const to = paths.event(slug);
  return (
    <QueryView query={query}>
      {({ known, asked, connectors, thanks, settings }) => (
        <>
          <CircleThanks thanks={thanks} />
          <AskingPeople eventId={id} />
          <CirclePeople eventId={id} known={known} boardPath={to.board} personPath={to.person} />
          <AskedPeople eventId={id} asked={asked} />
          <Connectors people={connectors} personPath={to.person} />
          <CircleSettings eventId={id} settings={settings} />
        </>
      )}
    </QueryView>
  );
}
