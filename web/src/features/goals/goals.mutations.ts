import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommonalitiesInput, Commonality, Goal, GoalInput } from '@teabreak/shared';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api-client.js';

export const saveGoal = (eventId: string, input: GoalInput): Promise<Goal> =>
  api.put<Goal>(`/api/events/${eventId}/goal`, input);

/** One more tag on the goal I have. Several taps in a row are saved one after the other, each on top of the one before. */
export function useAddToGoal(eventId: string, goal: Goal | null) {
  const client = useQueryClient();
  const latest = useRef(goal);
  useEffect(() => {
    latest.current = goal;
  }, [goal]);
  const { mutateAsync } = useMutation({
    scope: { id: `goal-${eventId}` },
    mutationFn: async ({ side, tag }: { side: 'seeks' | 'offers'; tag: string }) => {
      const known = latest.current;
      if (known) latest.current = await saveGoal(eventId, { ...known, [side]: [...known[side], tag] });
    },
    onSuccess: () =>
      Promise.all(['registration', 'suggestions'].map((key) => client.invalidateQueries({ queryKey: [key, eventId] }))),
  });
  return (side: 'seeks' | 'offers', tag: string) => mutateAsync({ side, tag });
}

export const saveCommonalities = (input: CommonalitiesInput): Promise<Commonality[]> =>
  api.put<Commonality[]>('/api/me/commonalities', input);
