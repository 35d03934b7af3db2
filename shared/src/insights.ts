/** GET /api/events/:eventId/now (O1) */
export type EventNow = {
  confirmed: number;
  checkedIn: number;
  free: number;
  talking: number;
  introductions: { asked: number; passedOn: number; agreed: number; met: number };
  /** Checked in, nobody met yet. */
  isolates: { registrationId: string; name: string }[];
  waitingForHost: number;
  /** Guests who brought others together at least twice, most first (M11). Hosts' own introductions are their job and do not count. */
  connectors: { registrationId: string; name: string; passedOn: number; agreed: number }[];
};
