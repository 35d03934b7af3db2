import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ClaimInput,
  Contact,
  ContactsInput,
  JoinAnswer,
  JoinInput,
  MyRegistration,
  Presence,
  PresenceInput,
  RegistrationUpdate,
} from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { registrationQuery } from './registrations.queries.js';

/** Safe to send again: the server knows the attempt by its `requestId`. */
export const join = (slug: string, input: JoinInput): Promise<JoinAnswer> =>
  api.post<JoinAnswer>(`/api/public/events/${encodeURIComponent(slug)}/registrations`, input);

export const claim = (token: string, input: ClaimInput): Promise<JoinAnswer> =>
  api.post<JoinAnswer>(`/api/claims/${encodeURIComponent(token)}`, input);

/** Puts what the person chose on the screen at once, and takes it back when the server did not get it. */
function useOptimistic<V>(
  eventId: string,
  send: (value: V) => Promise<unknown>,
  apply: (value: V) => Partial<MyRegistration>,
) {
  const client = useQueryClient();
  const { queryKey } = registrationQuery(eventId);
  return useMutation({
    mutationFn: send,
    onMutate: async (value: V) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, ...apply(value) });
      return { before };
    },
    onError: (_error, _value, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

export const usePresence = (eventId: string) =>
  useOptimistic(
    eventId,
    (presence: Presence) => api.put(`/api/events/${eventId}/me/presence`, { presence } satisfies PresenceInput),
    (presence) => ({ presence }),
  );

/** `consents` and `boardLevel` go into the cache at once; suggestions and board follow by their own messages. */
export const useRegistrationUpdate = (eventId: string) =>
  useOptimistic(
    eventId,
    (update: RegistrationUpdate) => api.patch(`/api/events/${eventId}/me`, update),
    ({ consents, boardLevel }) => ({ ...(consents && { consents }), ...(boardLevel && { boardLevel }) }),
  );

export const saveRegistration = (eventId: string, update: RegistrationUpdate): Promise<MyRegistration> =>
  api.patch<MyRegistration>(`/api/events/${eventId}/me`, update);

export const saveContacts = (input: ContactsInput): Promise<Contact[]> => api.put<Contact[]>('/api/me/contacts', input);

/** Frees the seat at once (E3). */
export const cancelPlace = (eventId: string): Promise<unknown> => api.post(`/api/events/${eventId}/me/cancel`);
