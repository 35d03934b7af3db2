export interface SimulatedAccount {
  accountId: string;
  /** Null for who helps to run the event. */
  registrationId: string | null;
  /** Companions know whoever steps in. */
  part: 'guest' | 'companion' | 'host' | 'door';
  /** Value of a Cookie header. */
  cookie: string;
}

/** What the server tells the program that plays the guests; the only message between the two. */
export interface Order {
  /** Where the server listens on this machine. */
  baseUrl: string;
  eventId: string;
  seed: number;
  accounts: SimulatedAccount[];
}
