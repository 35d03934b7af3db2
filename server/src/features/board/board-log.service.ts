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

  personChanged(manager: EntityManager, eventId: string, registrationId: string): Promise<void> {
    return this.peopleChanged(manager, eventId, [registrationId]);
  }

  /**
   * The order matters. The people's rows are locked first, so that the facts, read by the next statement, include what a
   * concurrent change of the same person has committed. The event's version is bumped last: its row stays locked until the
   * commit, so versions become visible in their order, each with its change.
   */
  async peopleChanged(manager: EntityManager, eventId: string, registrationIds: readonly string[]): Promise<void> {
    if (registrationIds.length === 0) return;
    const locked = await this.repository.lock(manager, eventId, registrationIds);
    const known = locked.filter(({ wasShown, isShown }) => wasShown || isShown);
    if (known.length === 0) return;
    const shown = known.filter(({ isShown }) => isShown).map(({ id }) => id);
    const facts = new Map((await this.repository.factsOf(manager, shown)).map((row) => [row.id, boardPerson(row)]));
    const version = await this.events.bumpBoardVersion(manager, eventId, known.length);
    const changes = known.map(({ id }, index) => ({
      version: version - known.length + 1 + index,
      id,
      person: facts.get(id) ?? null,
    }));
    await this.repository.log(manager, eventId, changes);
  }
}
