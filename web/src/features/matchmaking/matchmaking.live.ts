import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../lib/live.js';

export function useSuggestionsLive(eventId: string): void {
  const client = useQueryClient();
  useLive('suggestions:changed', (message) => {
    if (message.eventId === eventId) void client.invalidateQueries({ queryKey: ['suggestions', eventId] });
  });
}
