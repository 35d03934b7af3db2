/** Names of Socket.IO rooms. The server alone chooses who is in them; a client never names one. */
export const rooms = {
  /** Every socket of one person. */
  account: (accountId: string) => `account:${accountId}` as const,
  /** Every socket of one session: signing out ends them. */
  session: (sessionId: string) => `session:${sessionId}` as const,
  /** Who watches an event's board. */
  board: (eventId: string) => `board:${eventId}` as const,
  /** Who is in an event's own group room. */
  groupRoom: (eventId: string) => `room:${eventId}` as const,
  /** Who looks at an event's asks. */
  asks: (eventId: string) => `asks:${eventId}` as const,
  /** Who runs an event. */
  desk: (eventId: string) => `desk:${eventId}` as const,
  /** An event's projectors. */
  screen: (eventId: string) => `screen:${eventId}` as const,
  /** Those of them that one display link opened: taking it away ends them. */
  screenLink: (linkId: string) => `screen-link:${linkId}` as const,
};

export type RoomName = ReturnType<(typeof rooms)[keyof typeof rooms]>;
