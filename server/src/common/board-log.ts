import type { EntityManager } from 'typeorm';

/**
 * The board's log, as everything below and beside the board sees it: whoever changes what the board shows of a person
 * says so here, within the transaction of the change. The board feature answers.
 */
export abstract class BoardLog {
  /**
   * Call it as the last step of the transaction: it locks the event's version until the commit. Writes nothing where the
   * board neither showed the person nor shows them now. After the commit emit `board:changed`.
   */
  abstract personChanged(manager: EntityManager, eventId: string, registrationId: string): Promise<void>;

  /** The same for many at once, in a few statements however many they are. */
  abstract peopleChanged(manager: EntityManager, eventId: string, registrationIds: readonly string[]): Promise<void>;
}
