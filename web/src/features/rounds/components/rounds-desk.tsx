import type { RoundsDesk as Desk, OrganizerEvent } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useRoundsDeskLive } from '../rounds.live.js';
import { useRoundsDesk } from '../rounds.queries.js';
import { RoundControls } from './round-controls.js';
import { RoundTables } from './round-tables.js';
import { StartRounds } from './start-rounds.js';

/** A break run as rounds (R1–R5): begun here, looked after here. */
export function RoundsDesk({ event, overviewPath }: { event: OrganizerEvent; overviewPath: string }) {
  const query = useRoundsDesk(event.id);
  useRoundsDeskLive(event.id);
  return (
    <QueryView query={query}>
      {(desk) =>
        desk.clock && desk.clock.phase !== 'over' ? (
          <>
            <RoundControls clock={desk.clock} event={event} />
            <RoundTables desk={desk} clock={desk.clock} eventId={event.id} />
          </>
        ) : (
          <Idle desk={desk} event={event} overviewPath={overviewPath} />
        )
      }
    </QueryView>
  );
}

/** Hosts guide rounds that run; an organizer begins them. */
const mayStart = ({ role }: OrganizerEvent) => role === 'owner' || role === 'organizer';

type IdleProps = { desk: Desk; event: OrganizerEvent; overviewPath: string };

function Idle({ desk, event, overviewPath }: IdleProps) {
  const { t } = useTranslation('rounds-desk');
  const open = event.agenda.find(({ id }) => id === event.openBreakId);
  if (!open)
    return (
      <EmptyState title={t('noBreak')} action={<LinkButton to={overviewPath}>{t('toOverview')}</LinkButton>}>
        {t('noBreakText')}
      </EmptyState>
    );
  if (!mayStart(event)) return <EmptyState title={t('notYet')}>{t('notYetText')}</EmptyState>;
  return <StartRounds desk={desk} event={event} open={open} />;
}
