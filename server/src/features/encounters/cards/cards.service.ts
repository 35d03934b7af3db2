import { Injectable } from '@nestjs/common';
import type { CardPreview, MyCard } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Config } from '../../../config/config.js';
import { qrPng } from '../../../qr/qr.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { ContactGrants } from '../contact-grants/contact-grants.service.js';
import { CardCodes } from './card-codes.service.js';
import { previewState } from './card-exchanges.presenter.js';
import { CardExchangesRepository } from './card-exchanges.repository.js';
import { CardsRepository } from './cards.repository.js';
import { metAtNote, vcard } from './vcard.js';

export interface CardFile {
  /** Suggested file name, without path. */
  name: string;
  text: string;
}

/** One's own card and what others see of it before and after an exchange (C1–C3). */
@Injectable()
export class CardsService {
  constructor(
    private readonly cards: CardsRepository,
    private readonly exchanges: CardExchangesRepository,
    private readonly codes: CardCodes,
    private readonly grants: ContactGrants,
    private readonly attendees: AttendeeAccess,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async mine(actor: Actor, eventId: string): Promise<MyCard> {
    const self = await this.attendees.require(actor, eventId);
    const [contacts, { token, shortCode, expiresAt }] = await Promise.all([
      this.cards.contactsOf(actor.accountId),
      this.codes.current(self),
    ]);
    return {
      name: self.name,
      headline: self.headline,
      contacts,
      url: this.urlOf(token),
      token,
      shortCode,
      expiresAt: expiresAt.toISOString(),
    };
  }

  /**
   * Who it is, before anything is shared. A newcomer without a session may ask by the scanned code, to find the event;
   * for everybody else the answer's token is a ticket of their own that outlives the code.
   */
  async preview(actor: Actor | null, token: string): Promise<CardPreview> {
    const owner = await this.codes.resolve(actor, token);
    const self = actor && (await this.exchanges.registrationOf(owner.eventId, actor.accountId));
    const row = self === null ? null : await this.exchanges.between(owner.eventId, self, owner.registrationId);
    const { name, headline, eventTitle, eventId, slug } = owner;
    return {
      token: actor ? this.codes.ticket(actor, owner) : token,
      name,
      headline,
      eventTitle,
      eventId,
      slug,
      state: self === null ? 'open' : previewState(row, self, this.clock.now()),
    };
  }

  /** The picture of my own code; nobody can draw somebody else's. */
  async qrPng(actor: Actor, token: string): Promise<Buffer> {
    const owner = await this.codes.resolve(actor, token);
    if (owner.accountId !== actor.accountId) throw new DomainError('not_found');
    return qrPng(this.urlOf(token));
  }

  /** Only of somebody whose contacts the actor may read, and with those in it (I5). */
  async file(actor: Actor, eventId: string, registrationId: string): Promise<CardFile> {
    await this.attendees.require(actor, eventId);
    const person = await this.cards.person(eventId, registrationId);
    const since = person && (await this.grants.standingSince(actor.accountId, person.accountId, eventId));
    if (!since) throw new DomainError('not_found');
    const contacts = (await this.grants.visibleContacts(actor.accountId, person.accountId, eventId)).flatMap(
      ({ kind, value }) => (kind === 'wechat-qr' ? [] : { kind, value }),
    );
    const note = metAtNote({ ...person, contacts, at: since, locale: actor.locale });
    return {
      name: `${person.name}.vcf`,
      text: vcard({ name: person.name, headline: person.headline, contacts, note }),
    };
  }

  /** Somebody's WeChat code (C3), by the same rule as their other contacts; nothing is drawn but its text. */
  async weChatPng(actor: Actor, eventId: string, registrationId: string): Promise<Buffer> {
    await this.attendees.require(actor, eventId);
    const person = await this.cards.person(eventId, registrationId);
    const contacts = person && (await this.grants.visibleContacts(actor.accountId, person.accountId, eventId));
    const code = contacts?.find(({ kind }) => kind === 'wechat-qr');
    if (!code) throw new DomainError('not_found');
    return qrPng(code.value);
  }

  private urlOf(token: string): string {
    return `${this.config.publicUrl}/c/${token}`;
  }
}
