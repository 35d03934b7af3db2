import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ScreenView } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { ApiError } from '../../lib/api-error.js';
import { handedOver } from './screen-handover.js';

/** Nobody stands at the projector to reload it: it asks by itself, also when no message comes. */
const ASK_EVERY_MS = 10_000;
/** An ended link stays ended; this is for a server that was set back to an earlier copy of its data. */
const ASK_ENDED_EVERY_MS = 10 * 60_000;

/**
 * What the wall shows (B4); null once its link has ended or was taken away. An answer and not an error: when the network goes afterwards, names
 * that were shown before must not come back.
 */
export const screenQuery = (token: string) =>
  queryOptions({
    queryKey: ['screen', token],
    queryFn: ({ signal }) =>
      api.get<ScreenView>('/api/screen', { signal, bearer: token }).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'not_found') return null;
        throw error;
      }),
    refetchInterval: ({ state }) => (state.data === null ? ASK_ENDED_EVERY_MS : ASK_EVERY_MS),
    refetchIntervalInBackground: true,
    initialData: () => handedOver(token)?.view,
    initialDataUpdatedAt: () => handedOver(token)?.at,
  });

export const useScreen = (token: string) => useQuery(screenQuery(token));

/** A code as an address of its own, so that it stays on the wall whatever happens to the network, and is there at once after a reload. */
export const codeQuery = (address: string) =>
  queryOptions({
    queryKey: ['screen-code', address],
    queryFn: async ({ signal }) => `data:image/svg+xml,${encodeURIComponent(await api.text(address, { signal }))}`,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data === undefined ? ASK_EVERY_MS : false),
    initialData: () => handedOver(null)?.codes[address],
  });

export const useCode = (address: string): string | undefined => useQuery(codeQuery(address)).data;
