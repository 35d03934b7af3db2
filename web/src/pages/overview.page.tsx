import type { OrganizerEvent } from '@teabreak/shared';
import { PageHeader } from '../components/page-header.js';
import { BreakSwitch } from '../features/events/components/break-switch.js';
import { FirstSteps } from '../features/events/components/first-steps.js';
import { ShareBlock } from '../features/events/components/share-block.js';
import { WithOrganizedEvent } from '../features/events/components/with-organized-event.js';
import { type Step, stepsOf, useTried } from '../features/events/first-steps.js';
import { NowNumbers } from '../features/insights/components/now-numbers.js';
import { ScreenLinks } from '../features/screen/components/screen-links.js';
import { serverNow } from '../lib/clock.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';
import { useTime } from '../lib/time.js';

export function OverviewPage() {
  const { eventId = '' } = useParams();
  return (
    <WithOrganizedEvent eventId={eventId}>{(event) => <Overview key={event.id} event={event} />}</WithOrganizedEvent>
  );
}

function Overview({ event }: { event: OrganizerEvent }) {
  const { t } = useTranslation('overview');
  const format = useTime(event.timeZone);
  const { tried, note } = useTried(event.id);
  const at = paths.organized(event.id);
  const edits = event.role === 'owner' || event.role === 'organizer';
  const pathOf = (step: Step['name']) =>
    ({ break: at.settings, places: at.settings, guests: at.import, share: '#share', screen: '#screen' })[step];
  return (
    <>
      <PageHeader
        title={event.title}
        lead={`${format.longDay(event.startsAt)} · ${format.span(event.startsAt, event.endsAt)} · ${event.venue || t('noVenue')}`}
      />
      {edits && Date.parse(event.startsAt) > serverNow() && (
        <FirstSteps steps={stepsOf(event, tried)} pathOf={pathOf} />
      )}
      <BreakSwitch event={event} settingsPath={edits ? at.settings : null} />
      <NowNumbers eventId={event.id} capacity={event.capacity} paths={at} />
      <ShareBlock event={event} onShared={() => note('share')} />
      {event.role !== 'door' && <ScreenLinks event={event} onShown={() => note('screen')} />}
    </>
  );
}
