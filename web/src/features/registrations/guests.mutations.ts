import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CheckInAnswer,
  CheckInInput,
  GuestImportReport,
  InviteAnswer,
  RegistrationStatus,
  WalkInAnswer,
  WalkInInput,
} from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { newId } from '../../lib/new-id.js';
import { upload } from '../../lib/upload.js';
import { guestImportsQuery, guestsKey } from './guests.queries.js';

const at = (eventId: string) => `/api/events/${eventId}`;

/** Safe to send again: the server knows the scan by its `scanId`. */
export const checkIn = (eventId: string, input: CheckInInput): Promise<CheckInAnswer> =>
  api.post<CheckInAnswer>(`${at(eventId)}/check-ins`, input);

/** Safe to send again: the server knows the attempt by its `requestId`. */
export const walkIn = (eventId: string, input: WalkInInput): Promise<WalkInAnswer> =>
  api.post<WalkInAnswer>(`${at(eventId)}/registrations`, input);

export type NewStatus = Exclude<RegistrationStatus, 'pending'>;
export type GuestAct = { registrationId: string } & (
  | { act: 'status'; status: NewStatus }
  | { act: 'check-in' }
  | { act: 'undo' }
);

/** What an organizer does to one guest. The list is asked again either way: another organizer may have been faster. */
export function useGuestAct(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (guest: GuestAct): Promise<unknown> => {
      const { registrationId } = guest;
      switch (guest.act) {
        case 'status':
          return api.patch(`${at(eventId)}/registrations/${registrationId}`, { status: guest.status });
        case 'check-in':
          return checkIn(eventId, { scanId: newId(), registrationId });
        case 'undo':
          return api.delete(`${at(eventId)}/check-ins/${registrationId}`);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: guestsKey(eventId) }),
  });
}

/** Mails their personal link to everybody who has none opened yet; at most once a day each. */
export const useInvite = (eventId: string) =>
  useMutation({ mutationFn: () => api.post<InviteAnswer>(`${at(eventId)}/registrations/invite`) });

/** `onProgress` gets 0…1 of the way to the server. */
export function useGuestImport(eventId: string, onProgress: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => upload<GuestImportReport>(`${at(eventId)}/guest-imports`, file, onProgress),
    onSuccess: (report) => {
      const { queryKey } = guestImportsQuery(eventId);
      client.setQueryData(queryKey, (reports) => [report, ...(reports ?? [])]);
      void client.invalidateQueries({ queryKey: guestsKey(eventId) });
    },
  });
}
