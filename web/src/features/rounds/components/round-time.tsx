import { useQueryClient } from '@tanstack/react-query';
import type { RoundClock } from '@teabreak/shared';
import { Countdown } from '../../../components/moment.js';
import { useTranslation } from '../../../lib/i18n.js';

/** The server makes the next tables a moment after the last second. */
const TABLES_TAKE_MS = 800;

/** What is left of this round, or of the time to find the table, by the server's clock; then it asks what comes. */
export function RoundTime({ clock, eventId }: { clock: RoundClock; eventId: string }) {
  const { t } = useTranslation('rounds');
  const client = useQueryClient();
  const changing = clock.phase === 'changeover';
  const ask = () =>
    void setTimeout(() => void client.invalidateQueries({ queryKey: ['rounds', eventId] }), TABLES_TAKE_MS);
  return (
    <Countdown
      key={`${clock.roundId} ${clock.phase}`}
      to={changing ? clock.startsAt : clock.endsAt}
      label={t(changing ? 'untilStart' : 'untilEnd')}
      onEnd={ask}
    />
  );
}
