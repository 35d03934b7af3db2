import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn, useRoom } from '../../lib/live.js';
import { organizedEventQuery } from './organized.queries.js';

/** Stands in the room of those who run the event, and hears what other organizers change. Once per page. */
export function useDesk(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(organizedEventQuery(eventId));
  const hear = (message: { eventId: string }) => {
    if (message.eventId === eventId) refetch();
  };
  useRoom('desk:watch', 'desk:unwatch', eventId, () => ({ eventId }));
  useLive('break:opened', hear);
  useLive('break:closed', hear);
  useLive('event:changed', hear);
  useOnReturn(refetch);
}
