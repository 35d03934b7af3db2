import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Report } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { reportsQuery } from './circle.queries.js';

/** What those who run an event do about a report. The list is fetched anew either way: somebody else may have been faster. */
export type ReportAct = 'handle' | 'reopen' | 'hide' | 'show' | 'remove';

export function useReportAct(eventId: string, { id, person: { registrationId } }: Report) {
  const client = useQueryClient();
  const event = `/api/events/${eventId}`;
  const acts: Record<ReportAct, () => Promise<unknown>> = {
    handle: () => api.put(`${event}/reports/${id}`, { handled: true }),
    reopen: () => api.put(`${event}/reports/${id}`, { handled: false }),
    hide: () => api.put(`${event}/people/${registrationId}/hidden`, { hidden: true }),
    show: () => api.put(`${event}/people/${registrationId}/hidden`, { hidden: false }),
    remove: () => api.patch(`${event}/registrations/${registrationId}`, { status: 'declined' }),
  };
  return useMutation({
    mutationFn: (act: ReportAct) => acts[act](),
    onSettled: () => client.invalidateQueries(reportsQuery(eventId)),
  });
}
