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
};
