import { QueryClient } from '@tanstack/react-query';

/**
 * The api client retries on its own and says "offline" at once, so queries neither retry nor wait for the browser's idea of being
 * online: what was fetched before stays on the screen with its time.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 10_000, gcTime: 30 * 60_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
