import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Randomness } from '../../../common/randomness.js';
import { RateLimits } from '../../../common/rate-limits/rate-limits.js';
import { InstanceSecrets } from '../../accounts/instance-secrets.service.js';
import { CircleService } from '../../circle/circle.service.js';
import type { RegistrationEntity } from '../../registrations/registration.entity.js';
import { type CardOwner, CardsRepository, type CardToken } from './cards.repository.js';
import { packTicket, readTicket } from './scan-ticket.js';

/** A photo of somebody's screen is worthless after a minute. */
const CODE_LIFE_MS = 60_000;
/** A code younger than this is shown again, so that a reload does not spoil what somebody is just scanning. */
const CODE_FRESH_MS = 40_000;
/** How long somebody who scanned in time may think before tapping. */
const TICKET_LIFE_MS = 10 * 60_000;
const SHORT_CODE = 6;
const TICKET = 48;

/** The codes that lead to a card: token in the QR, six characters to type, and the ticket of whoever scanned in time (C2). */
@Injectable()
export class CardCodes {
  constructor(
    private readonly cards: CardsRepository,
    private readonly circle: CircleService,
    private readonly secrets: InstanceSecrets,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
  ) {}

  /** The code to show now. */
  async current(owner: RegistrationEntity): Promise<CardToken> {
    const now = this.clock.now();
    const newest = await this.cards.newestToken(owner.id);
    if (newest && newest.expiresAt.getTime() - now.getTime() > CODE_LIFE_MS - CODE_FRESH_MS) return newest;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const token = {
        token: this.randomness.token(16),
        shortCode: this.randomness.readableCode(SHORT_CODE),
        expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
      };
      if (await this.cards.addToken(owner.eventId, owner.id, token, now)) return token;
    }
    throw new DomainError('unavailable');
  }

  /**
   * Whose card the text leads to.
   * @throws DomainError `card_code_expired` also for a code that never was, and for people who have blocked one another;
   * `not_signed_in` for a short code without a session, `too_many_requests` after too many wrong ones
   */
  async resolve(actor: Actor | null, text: string): Promise<CardOwner> {
    const owner = await this.find(actor, text);
    if (!owner) throw new DomainError('card_code_expired');
    if (actor && (await this.circle.isBlocked(actor.accountId, owner.accountId)))
      throw new DomainError('card_code_expired');
    return owner;
  }

  /** What the scanner's phone keeps in place of the code it scanned. */
  ticket(actor: Actor, owner: CardOwner): string {
    const expiresAt = new Date(this.clock.now().getTime() + TICKET_LIFE_MS);
    return packTicket({ registrationId: owner.registrationId, expiresAt }, actor.accountId, this.mac);
  }

  private async find(actor: Actor | null, text: string): Promise<CardOwner | null> {
    if (text.length === TICKET) return actor && this.byTicket(actor, text);
    if (text.length > SHORT_CODE) return this.cards.ownerOfCode(text, this.clock.now());
    if (!actor) throw new DomainError('not_signed_in');
    await this.limits.count('wrong-card-code', actor.accountId);
    const owner = await this.cards.ownerOfCode(text, this.clock.now());
    if (owner) await this.limits.refund('wrong-card-code', actor.accountId);
    return owner;
  }

  private async byTicket(actor: Actor, text: string): Promise<CardOwner | null> {
    const ticket = readTicket(text, actor.accountId, this.mac);
    return ticket && ticket.expiresAt > this.clock.now() ? this.cards.owner(ticket.registrationId) : null;
  }

  private readonly mac = (text: string) => this.secrets.mac('card-scan', text);
}
