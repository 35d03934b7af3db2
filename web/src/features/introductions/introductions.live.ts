import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { introductionsQuery } from './introductions.queries.js';

/** What another person does with an introduction shows here without a reload. Once, around all pages of an event. */
export function useIntroductionsLive(eventId: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(introductionsQuery(eventId));
  useLive('introduction:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}
