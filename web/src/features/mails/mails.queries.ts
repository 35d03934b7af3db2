import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MailList } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** A code somebody waits for must be there soon after they asked for it. */
const ASK_EVERY_MS = 10_000;

/** The outbox, newest first. Only the first organizer may ask: it holds sign-in codes. */
export const mailsQuery = queryOptions({
  queryKey: ['mails'],
  queryFn: ({ signal }) => api.get<MailList>('/api/mails', { signal }),
  refetchInterval: ASK_EVERY_MS,
});

export const useMails = () => useQuery(mailsQuery);
