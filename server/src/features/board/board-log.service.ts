import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BoardLog } from '../../common/board-log.js';
import { EventsService } from '../events/events.service.js';
import { BoardRepository } from './board.repository.js';
import { boardPerson } from './board-person.js';

/** Writes the log from which a phone that slept catches up exactly (B3). */
@Injectable()
export class BoardLogService extends BoardLog {
  constructor(
    private readonly repository: BoardRepository,
    private readonly events: EventsService,
  ) {
    super();
  }

  /**
   * The order matters. The person's row is locked first, so that the facts, read by the next statement, include what a
   * concurrent change of the same person has committed. The event's version is bumped last: its row stays locked until the
   * commit, so versions become visible in their order, each with its change.
   */
  async personChanged(manager: EntityManager, eventId: string, registrationId: string): Promise<void> {
    const person = await this.repository.lock(manager, eventId, registrationId);
    if (person === null || (!person.wasShown && !person.isShown)) return;
    const facts = person.isShown ? await this.repository.facts(registrationId, manager) : null;
    const version = await this.events.bumpBoardVersion(manager, eventId);
    await this.repository.log(manager, eventId, version, registrationId, facts && boardPerson(facts));
  }
}
