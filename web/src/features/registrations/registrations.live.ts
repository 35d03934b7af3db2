import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { registrationQuery } from './registrations.queries.js';

/** Check-in at the door, a seat from the waitlist, a change made on another phone: shown at once. */
export function useRegistrationLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(registrationQuery(eventId));
  useLive('registration:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  // A round shows its people talking, and free again.
  useLive('rounds:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
