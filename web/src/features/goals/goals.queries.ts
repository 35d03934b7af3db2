import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Commonality, VocabularyAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Tags that people use, in both languages. What was found for "des" stays offered while "desi" is on its way. */
export const useVocabulary = (typed: string): readonly string[] => {
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['vocabulary', q],
    queryFn: ({ signal }) => api.get<VocabularyAnswer>('/api/vocabulary', { query: { q }, signal }),
    enabled: q !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return data?.tags ?? [];
};

/** Mine, with what each of them lets others see. They go with me from event to event (G5). */
export const commonalitiesQuery = queryOptions({
  queryKey: ['commonalities'],
  queryFn: ({ signal }) => api.get<Commonality[]>('/api/me/commonalities', { signal }),
});

export const useCommonalities = () => useQuery(commonalitiesQuery);
