import type { CommonalitiesInput, Commonality, Goal, GoalInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

export const saveGoal = (eventId: string, input: GoalInput): Promise<Goal> =>
  api.put<Goal>(`/api/events/${eventId}/goal`, input);

export const saveCommonalities = (input: CommonalitiesInput): Promise<Commonality[]> =>
  api.put<Commonality[]>('/api/me/commonalities', input);
