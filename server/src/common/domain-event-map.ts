/** Every domain event, by name. They carry ids only: whoever listens reads the truth from the database. */
export interface DomainEventMap {
  /** Noted every ten minutes at most; `silentMs`: since it was seen before. */
  'session:seen': { accountId: string; silentMs: number };
  'session:ended': { accountId: string; sessionId: string };
  'event:changed': { eventId: string };
  'event:deleted': { eventId: string };
  'team:changed': { eventId: string; accountId: string };
  /** A display link was taken away. */
  'screen-link:ended': { eventId: string; linkId: string };
  'break:opened': { eventId: string; itemId: string };
  'break:closed': { eventId: string; itemId: string };
  /** Tables were made or changed, a round began or ended. */
  'rounds:changed': { eventId: string };
  /** What an organizer set for matching, or an attendee's word on a suggestion. */
  'match-settings:changed': { eventId: string };
  'match-wishes:changed': { eventId: string; registrationId: string };
  /** Some texts of this event are known to be close in meaning that were not before, or the other way round. */
  'close-texts:changed': { eventId: string };
  'registration:changed': { eventId: string; registrationId: string; accountId: string };
  'registration:checked-in': { eventId: string; registrationId: string; accountId: string };
  'guests:changed': { eventId: string };
  'goal:changed': { eventId: string; registrationId: string };
  'presence:changed': { eventId: string; registrationId: string };
  'board:changed': { eventId: string };
  'suggestions:changed': { eventId: string; registrationIds: string[] };
  'introduction:changed': { eventId: string; introductionId: string; accountIds: string[] };
  'encounter:recorded': { eventId: string; encounterId: string };
  /** Told to nobody but the author (F1). */
  'note:changed': { eventId: string; encounterId: string; accountId: string };
  /** Told to nobody but the one whose follow-ups they are. */
  'follow-ups:changed': { accountId: string };
  'card:exchanged': { eventId: string; exchangeId: string; accountIds: string[] };
  'acquaintance:changed': { eventId: string; accountIds: string[] };
  'block:changed': { eventId: string; accountIds: string[] };
  /** `accountIds`: those who run the event and may read it. */
  'report:made': { eventId: string; accountIds: string[] };
  /** What the board of asks shows, or may not show any more. */
  'asks:changed': { eventId: string };
  /** `accountIds`: who may know. `threadId` null: only that somebody may help. */
  'ask-thread:changed': { eventId: string; askId: string; threadId: string | null; accountIds: string[] };
  'room:message-posted': { eventId: string; seq: number };
}
