import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MatchWishKind, SuggestionsAnswer } from '@teabreak/shared';
import { toast } from '../../components/toast.js';
import { api } from '../../lib/api-client.js';
import { useTranslation } from '../../lib/i18n.js';
import { wishesQuery } from './matchmaking.queries.js';

/** What is said of somebody suggested; null takes it back. */
export type Wish = { registrationId: string; name: string; kind: MatchWishKind | null };

/** Shown at once: who is put aside goes from the list before the server has answered, and comes back where it refuses. */
export function useWish(eventId: string) {
  const client = useQueryClient();
  const { t } = useTranslation('home');
  const lists = { queryKey: ['suggestions', eventId] };
  const mutation = useMutation({
    mutationFn: ({ registrationId, kind }: Wish) => {
      const path = `/api/events/${eventId}/suggestions/${registrationId}/wish`;
      return kind === null ? api.delete(path) : api.put(path, { kind });
    },
    onMutate: async ({ registrationId, kind }) => {
      await client.cancelQueries(lists);
      if (kind === null || kind === 'more-like-this') return;
      client.setQueriesData<SuggestionsAnswer>(
        lists,
        (known) =>
          known && { ...known, suggestions: known.suggestions.filter(({ person }) => person.id !== registrationId) },
      );
    },
    onSuccess: (_, wish) => {
      const undo = { label: t('suggestions.wish.undo'), act: () => mutation.mutate({ ...wish, kind: null }) };
      const said = t(`suggestions.wish.said.${wish.kind ?? 'back'}`, { name: wish.name });
      toast(said, 'plain', wish.kind === null ? undefined : undo);
    },
    onError: () => toast(t('suggestions.wish.notSaved'), 'seal'),
    onSettled: () => Promise.all([client.invalidateQueries(lists), client.invalidateQueries(wishesQuery(eventId))]),
  });
  return mutation;
}
