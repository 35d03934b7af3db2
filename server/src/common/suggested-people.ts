/** Who is suggested to whom, as features beside matchmaking ask it. The matchmaking feature answers. */
export abstract class SuggestedPeople {
  /** Registration ids of everybody whom one of the two lists names: the person's own, or theirs the person. */
  abstract of(eventId: string, registrationId: string): Promise<ReadonlySet<string>>;
}
