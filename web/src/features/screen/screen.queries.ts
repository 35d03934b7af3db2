import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ScreenView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Nobody stands at the projector to reload it: it asks by itself, also when no message comes. */
const ASK_EVERY_MS = 10_000;

/** What the wall shows (B4). Refused with `not_found` once the link was taken away. */
export const screenQuery = (token: string) =>
  queryOptions({
    queryKey: ['screen', token],
    queryFn: ({ signal }) => api.get<ScreenView>(`/api/screen/${encodeURIComponent(token)}`, { signal }),
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
  });

export const useScreen = (token: string) => useQuery(screenQuery(token));
