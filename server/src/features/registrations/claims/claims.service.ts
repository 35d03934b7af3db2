import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimInput, ClaimPreview, Consents, JoinAnswer } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { BoardLog } from '../../../common/board-log.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { type OpenSession, SessionsService } from '../../accounts/sessions/sessions.service.js';
import { EmailClaims } from '../../accounts/sign-in/email-claims.service.js';
import { ContactsRepository } from '../contacts/contacts.repository.js';
import { mayBeClaimed } from '../registrations.policy.js';
import { RegistrationsRepository } from '../registrations.repository.js';
import { SeatsService } from '../seats.service.js';
import { type ClaimableRow, ClaimsRepository } from './claims.repository.js';
import { maskedName } from './masked-name.js';
import { PersonalLinks } from './personal-links.js';

const NOTHING_AGREED: Consents = { takePart: false, board: false, screen: false, suggestions: false };

/** A guest whom an organizer listed makes the place their own: by the personal link, or by proving the listed address. */
@Injectable()
export class ClaimsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly claims: ClaimsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly contacts: ContactsRepository,
    private readonly seats: SeatsService,
    private readonly links: PersonalLinks,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly emailClaims: EmailClaims,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.emailClaims.add((manager, accountId, email) => this.claimListed(manager, accountId, email));
  }

  /** Looking never uses a link up: previews of messengers and mail scanners look at everything. */
  async preview(actor: Actor | null, token: string): Promise<ClaimPreview> {
    const { name, eventTitle, slug, startsAt, timeZone, venue, accountId } = await this.claimable(token);
    const state = accountId === null ? 'open' : accountId === actor?.accountId ? 'mine' : 'taken';
    return { maskedName: maskedName(name), eventTitle, slug, state, startsAt: startsAt.toISOString(), timeZone, venue };
  }

  /**
   * Binds the place to whoever is first; the same person again simply comes in.
   * @throws DomainError `claim_taken`, `consent_needed`, `already_registered`, `event_over`, `not_found`
   */
  async claim(
    actor: Actor | null,
    token: string,
    { locale, consents }: z.output<typeof ClaimInput>,
    device: string,
  ): Promise<{ answer: JoinAnswer; session: OpenSession | null }> {
    const place = await this.claimable(token);
    const answer = { registrationId: place.id, status: place.status, eventId: place.eventId, slug: place.slug };
    if (place.accountId !== null && place.accountId === actor?.accountId) return { answer, session: null };
    if (place.accountId !== null) throw new DomainError('claim_taken');
    if (!consents.takePart) throw new DomainError('consent_needed', { field: 'consents.takePart' });
    if (place.endsAt <= this.clock.now()) throw new DomainError('event_over');
    const { accountId, session } = await inTransaction(this.dataSource, async (manager) => {
      if (actor && (await this.hasPlace(manager, place.eventId, actor.accountId)))
        throw new DomainError('already_registered');
      const accountId = actor?.accountId ?? (await this.accounts.create(manager, { name: place.name, locale })).id;
      if (!(await this.bind(manager, place, accountId, consents))) throw new DomainError('claim_taken');
      const session = actor === null ? await this.sessions.open(manager, accountId, device) : null;
      return { accountId, session };
    });
    this.announce(place, accountId);
    return { answer, session };
  }

  /** Who proved a listed mail address finds their places. What they agree to, they say themselves afterwards. */
  private async claimListed(manager: EntityManager, accountId: string, email: string): Promise<() => void> {
    const bound: ClaimableRow[] = [];
    for (const place of await this.claims.claimableBy(manager, accountId, email)) {
      if (await this.hasPlace(manager, place.eventId, accountId)) continue;
      if (await this.bind(manager, place, accountId, NOTHING_AGREED)) bound.push(place);
    }
    return () => {
      for (const place of bound) this.announce(place, accountId);
    };
  }

  /** Joining locks the event as well: an account cannot join and claim, or claim twice, in the same moment. */
  private async hasPlace(manager: EntityManager, eventId: string, accountId: string): Promise<boolean> {
    await this.seats.lock(manager, eventId);
    return (await this.registrations.ofAccount(eventId, accountId, manager)) !== null;
  }

  /** @returns false when somebody else was first. What the guest list knew becomes the person's own. */
  private async bind(
    manager: EntityManager,
    { id, eventId }: ClaimableRow,
    accountId: string,
    consents: Consents,
  ): Promise<boolean> {
    const place = await this.registrations.lock(manager, eventId, id);
    if (place === null || !(await this.claims.bind(manager, id, accountId, consents, this.clock.now()))) return false;
    await this.registrations.logConsents(manager, id, consents, NOTHING_AGREED);
    if (place.imported) {
      await this.contacts.add(manager, accountId, place.imported.contacts);
      await this.claims.addCommonalities(manager, accountId, place.imported.commonalities);
      if (place.imported.goal) await this.registrations.putGoal(manager, eventId, id, place.imported.goal);
    }
    await this.board.personChanged(manager, eventId, id);
    return true;
  }

  private async claimable(token: string): Promise<ClaimableRow> {
    const id = this.links.registrationIdOf(token);
    const place = id === null ? null : await this.claims.find(id);
    if (place === null || !this.links.isGenuine(token, place) || !mayBeClaimed(place.status))
      throw new DomainError('not_found');
    return place;
  }

  private announce({ eventId, id }: ClaimableRow, accountId: string): void {
    this.events.emit('registration:changed', { eventId, registrationId: id, accountId });
    this.events.emit('goal:changed', { eventId, registrationId: id });
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
  }
}
