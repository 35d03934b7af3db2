import { Injectable } from '@nestjs/common';
import type { EncounterList, EncounterView } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { CircleService } from '../circle/circle.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { ContactGrants } from './contact-grants/contact-grants.service.js';
import { presentEncounter } from './encounters.presenter.js';
import { type EncounterRow, EncountersRepository, type EncounterVia } from './encounters.repository.js';
import { NotesRepository } from './notes/notes.repository.js';

/** Who has talked with whom (F1); what each of them wrote down about it is read with it, by themselves only. */
@Injectable()
export class EncountersService {
  constructor(
    private readonly repository: EncountersRepository,
    private readonly notes: NotesRepository,
    private readonly grants: ContactGrants,
    private readonly attendees: AttendeeAccess,
    private readonly circle: CircleService,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** "We talked." One side's word is an encounter; only once both said it do they know each other (K1). */
  async say(actor: Actor, eventId: string, personId: string): Promise<EncounterView> {
    const self = await this.attendees.require(actor, eventId);
    const other = await this.attendees.visiblePerson(self, personId);
    const otherAccount = other.accountId;
    if (otherAccount === null || otherAccount === actor.accountId) throw new DomainError('not_found');
    const { encounterId, mutual } = await inTransaction(this.dataSource, async (manager) => {
      const at = this.clock.now();
      const recorded = await this.repository.record(manager, eventId, [self.id, other.id], 'board', self.id, at);
      if (recorded.mutual) await this.circle.addMet(manager, actor.accountId, otherAccount, 'met', eventId);
      return recorded;
    });
    this.events.emit('encounter:recorded', { eventId, encounterId });
    if (mutual) this.events.emit('acquaintance:changed', { eventId, accountIds: [actor.accountId, otherAccount] });
    const row = found(await this.repository.find(eventId, self.id, encounterId));
    const [view] = await this.present(actor, eventId, [row]);
    return view as EncounterView;
  }

  /** Newest first. */
  async list(actor: Actor, eventId: string): Promise<EncounterList> {
    const self = await this.attendees.require(actor, eventId);
    return { encounters: await this.present(actor, eventId, await this.repository.list(eventId, self.id)) };
  }

  /** Both have shown that they talked (introduction, exchange of cards). The caller emits `encounter:recorded` once committed. */
  async record(
    manager: EntityManager,
    eventId: string,
    registrationA: string,
    registrationB: string,
    via: Exclude<EncounterVia, 'board'>,
  ): Promise<string> {
    const pair = [registrationA, registrationB] as const;
    return (await this.repository.record(manager, eventId, pair, via, null, this.clock.now())).encounterId;
  }

  /** One of an introduced pair says that they did not meet: the conversation stays with the other, and their note, and is theirs alone. */
  contest(
    manager: EntityManager,
    eventId: string,
    registrationA: string,
    registrationB: string,
    saidBy: string,
  ): Promise<void> {
    return this.repository.contest(manager, eventId, [registrationA, registrationB], saidBy);
  }

  /** `record` for many pairs at once, each with the smaller id first. */
  recordAll(
    manager: EntityManager,
    eventId: string,
    pairs: readonly (readonly [string, string])[],
    via: Exclude<EncounterVia, 'board'>,
  ): Promise<string[]> {
    return this.repository.recordAll(manager, eventId, pairs, via, this.clock.now());
  }

  private async present(actor: Actor, eventId: string, rows: EncounterRow[]): Promise<EncounterView[]> {
    const owners = rows.flatMap(({ accountId }) => accountId ?? []);
    const [notes, contacts] = await Promise.all([
      this.notes.byAuthor(
        actor.accountId,
        rows.map(({ id }) => id),
      ),
      this.grants.visibleContactsOf(actor.accountId, owners, eventId),
    ]);
    return rows.map((row) => presentEncounter(row, notes.get(row.id) ?? null, contacts.get(row.accountId ?? '') ?? []));
  }
}

function found(row: EncounterRow | null): EncounterRow {
  if (!row) throw new DomainError('not_found');
  return row;
}
