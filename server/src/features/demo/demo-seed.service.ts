import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Randomness } from '../../common/randomness.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { type DemoEvent, DemoRepository } from './demo.repository.js';
import { companionKeys, demoCompany } from './demo-people.js';
import { type DemoHelper, DemoPeopleRepository } from './demo-people.repository.js';
import { programmeAt } from './demo-programme.js';
import { demoVisitor } from './demo-visitor.js';

const HELPERS: Pick<DemoHelper, 'name' | 'role'>[] = [
  { name: 'Mei Lan · 梅岚', role: 'host' },
  { name: 'Jonas Berg', role: 'host' },
  { name: 'Door · 签到台', role: 'door' },
];

/** Writes the demo's rows, in the caller's transaction. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly repository: DemoRepository,
    private readonly people: DemoPeopleRepository,
    private readonly accounts: AccountsService,
    private readonly board: BoardLog,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
  ) {}

  /** @returns false when a demo is there already, also one that was being made at the same time */
  async event(manager: EntityManager): Promise<boolean> {
    const now = this.clock.now();
    const programme = programmeAt(now);
    const groupCode = this.randomness.openCode();
    const keys = {
      slug: `demo-${this.randomness.readableCode(8).toLowerCase()}`,
      groupCode,
    };
    const eventId = await this.repository.insertEvent(manager, programme, keys);
    if (eventId === null) return false;
    await this.repository.insertAgenda(manager, eventId, programme);
    const places = await this.repository.insertPlaces(manager, eventId, programme);
    await this.people.insertHelpers(
      manager,
      eventId,
      HELPERS.map((helper) => ({ ...helper, accountId: randomUUID() })),
    );
    await this.people.insertCompany(manager, eventId, demoCompany(), { places, now });
    return true;
  }

  /**
   * Makes the caller one of the guests: themselves when signed in, a new account of the demo otherwise. Stepping in twice is
   * as good as once. @throws DomainError `event_full`
   */
  async stepIn(
    manager: EntityManager,
    event: DemoEvent,
    actor: Actor | null,
    locale: Locale,
  ): Promise<{ accountId: string; registrationId: string }> {
    const now = this.clock.now();
    const accountId = actor?.accountId ?? randomUUID();
    const own = await this.people.own(manager, event.id, accountId);
    if (own?.confirmed) return { accountId, registrationId: own.id };
    if (!(await this.people.takeSeat(manager, event.id))) throw new DomainError('event_full');
    const known = actor && (await this.accounts.findName(accountId));
    const visitor = demoVisitor(locale, await this.people.visitors(manager, event.id), known ?? undefined);
    if (actor === null) {
      await this.people.insertAccounts(manager, [{ accountId, name: visitor.name, locale }]);
      await this.people.insertCommonalities(manager, [{ accountId, commonalities: visitor.commonalities }]);
    }
    const registrationId = await this.people.putVisitor(manager, event.id, accountId, visitor, now);
    await this.people.logConsents(manager, event.id, now);
    const companions = await this.people.accountsOf(manager, event.id, companionKeys());
    await this.people.acquaint(
      manager,
      event.id,
      companions.map((companion) => [accountId, companion]),
      now,
    );
    await this.board.personChanged(manager, event.id, registrationId);
    return { accountId, registrationId };
  }
}
