import { useQueryClient } from '@tanstack/react-query';
import { useLive, useOnReturn } from '../../lib/live.js';
import { FOLLOW_UPS } from './follow-ups.queries.js';

/** A note written in another tab starts a follow-up here as well. */
export function useFollowUpsLive(): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries({ queryKey: [FOLLOW_UPS] });
  useLive('follow-ups:changed', refetch);
  useOnReturn(refetch);
}
