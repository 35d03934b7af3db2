import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  BoardLevel,
  ClaimInput,
  Consents,
  Contact,
  ContactsInput,
  JoinAnswer,
  JoinInput,
  MyRegistration,
  RegistrationUpdate,
} from '@teabreak/shared';
import { useState } from 'react';
import { api } from '../../lib/api-client.js';
import { renewSocket } from '../../lib/socket.js';
import { registrationQuery } from './registrations.queries.js';

/** Safe to send again: the server knows the attempt by its `requestId`. */
export const join = (slug: string, input: JoinInput): Promise<JoinAnswer> =>
  api.post<JoinAnswer>(`/api/public/events/${encodeURIComponent(slug)}/registrations`, input);

/**
 * To be called when joining has signed this phone in: what was fetched for nobody, or for somebody else, must not stay; the event
 * itself is the same for everybody. What the next page needs is on its way before it opens.
 */
export function useEntered() {
  const client = useQueryClient();
  return ({ eventId }: JoinAnswer): void => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'event' });
    void client.prefetchQuery(registrationQuery(eventId));
    renewSocket().catch(() => {});
  };
}

export const claim = (token: string, input: ClaimInput): Promise<JoinAnswer> =>
  api.post<JoinAnswer>(`/api/claims/${encodeURIComponent(token)}`, input);

/**
 * A choice that is saved by making it. It shows at once, and gives way to what the server says when that has answered or refused.
 * One after the other, so that the last tap is the one that stays.
 */
function useChoice<V>(eventId: string, send: (value: V) => Promise<MyRegistration>) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<V | null>(null);
  const mutation = useMutation({
    mutationFn: send,
    scope: { id: `registration.${eventId}` },
    onSuccess: (saved) => client.setQueryData(registrationQuery(eventId).queryKey, saved),
  });
  const choose = (value: V, onError?: () => void) => {
    setChosen(value);
    mutation.mutate(value, { onError, onSettled: () => setChosen(null) });
  };
  return { chosen, choose, mutation };
}

export const useConsents = (eventId: string) =>
  useChoice(eventId, (consents: Consents) => saveRegistration(eventId, { consents }));

export const useBoardLevel = (eventId: string) =>
  useChoice(eventId, (boardLevel: BoardLevel) => saveRegistration(eventId, { boardLevel }));

export const saveRegistration = (eventId: string, update: RegistrationUpdate): Promise<MyRegistration> =>
  api.patch<MyRegistration>(`/api/events/${eventId}/me`, update);

export const saveContacts = (input: ContactsInput): Promise<Contact[]> => api.put<Contact[]>('/api/me/contacts', input);

/** Frees the seat at once (E3). */
export const cancelPlace = (eventId: string): Promise<unknown> => api.post(`/api/events/${eventId}/me/cancel`);
