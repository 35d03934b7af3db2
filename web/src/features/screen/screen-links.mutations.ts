import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScreenLink, ScreenLinkInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { screenLinksQuery } from './screen-links.queries.js';

export const createScreenLink = (eventId: string, input: ScreenLinkInput): Promise<ScreenLink> =>
  api.post<ScreenLink>(`/api/events/${eventId}/screen-links`, input);

export function useScreenLinksChanged(eventId: string) {
  const client = useQueryClient();
  return () => void client.invalidateQueries(screenLinksQuery(eventId));
}

/** Takes one link away, or all of them: what they opened says at once that it has ended. */
export function useScreenLinkEnd(eventId: string) {
  const changed = useScreenLinksChanged(eventId);
  return useMutation({
    mutationFn: (which: ScreenLink | 'all') =>
      api.delete(`/api/events/${eventId}/screen-links${which === 'all' ? '' : `/${which.id}`}`),
    onSettled: changed,
  });
}
