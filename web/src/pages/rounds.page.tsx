import { BackLink } from '../components/back-link.js';
import { PageHeader } from '../components/page-header.js';
import { WeTalked } from '../features/encounters/components/we-talked.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { OpeningLine } from '../features/matchmaking/components/opening-line.js';
import { Reasons } from '../features/matchmaking/components/reasons.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { MyRound, type Why } from '../features/rounds/components/my-round.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

const about =
  (eventId: string): Why =>
  ({ registrationId, name, reasons, openingLine }) => (
    <>
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      <OpeningLine text={openingLine} />
      <WeTalked eventId={eventId} personId={registrationId} name={name} />
    </>
  );

export function RoundsPage() {
  const { t } = useTranslation('rounds');
  const { slug = '' } = useParams();
  const to = paths.event(slug);
  return (
    <>
      <BackLink to={to.home} label={t('back')} />
      <PageHeader title={t('title')} />
      <WithEvent slug={slug}>
        {({ id, timeZone }) => (
          <WithRegistration eventId={id} joinPath={to.join} signInPath={paths.signIn(to.rounds)}>
            {() => (
              <MyRound
                eventId={id}
                timeZone={timeZone}
                homePath={to.home}
                metPath={to.introductions}
                personPath={to.person}
                why={about(id)}
              />
            )}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}
