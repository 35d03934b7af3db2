/** What the sockets ask about a projector's display link. The insights feature answers. */
export abstract class ScreenLookup {
  /** The event that a living link shows, or null. Never throws for a malformed token. */
  abstract find(token: string): Promise<{ eventId: string; linkId: string } | null>;
}
