import { useQueryClient } from '@tanstack/react-query';
import type { MatchSettings, MatchSettingsAnswer } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { matchSettingsQuery } from './match-settings.queries.js';

export const saveMatchSettings = (eventId: string, settings: MatchSettings): Promise<MatchSettingsAnswer> =>
  api.put<MatchSettingsAnswer>(`/api/events/${eventId}/matchmaking/settings`, settings);

/** What the server answered is what is in force now. */
export function useMatchSettingsSaved(eventId: string): (answer: MatchSettingsAnswer) => void {
  const client = useQueryClient();
  return (answer) => client.setQueryData(matchSettingsQuery(eventId).queryKey, answer);
}
