import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JoinAnswer, JoinInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { type OpenSession, SessionsService } from '../../accounts/sessions/sessions.service.js';
import { normalisedContact } from '../contacts/normalised-contact.js';
import type { RequestRow } from '../registrations.repository.js';
import { JoinQueue } from './join-queue.js';
import { type JoinOutlook, JoinsRepository } from './joins.repository.js';

type Join = z.output<typeof JoinInput>;
export interface Joined {
  answer: JoinAnswer;
  /** For the phone's cookie; null where it is signed in already. */
  session: OpenSession | null;
}

/** How long a phone whose answer got lost may ask again and still be signed in. */
const RETRY_WINDOW_MS = 3_600_000;
/** Looks at what is there; a second one explains who was quicker. */
const LOOKS = 3;

@Injectable()
export class JoinsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly joins: JoinsRepository,
    private readonly queue: JoinQueue,
    private readonly sessions: SessionsService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** E2, E3. @throws DomainError `consent_needed`, `event_over`, `already_registered`, `not_found` */
  async join(actor: Actor | null, slug: string, input: Join, device: string): Promise<Joined> {
    if (!input.consents.takePart) throw new DomainError('consent_needed', { field: 'consents.takePart' });
    const contact = { kind: input.contact.kind, value: normalisedContact(input.contact, 'contact.value') };
    const hash = createHash('sha256').update(JSON.stringify(input)).digest();
    for (let look = 1; look <= LOOKS; look += 1) {
      const event = await this.joins.look(slug, input.requestId, actor?.accountId ?? null);
      if (event === null) throw new DomainError('not_found');
      if (event.known) return this.again(actor, event, event.known, hash, device);
      const joined = await this.joinAnew(actor, event, { ...input, contact }, hash, device);
      if (joined) return joined;
    }
    throw new DomainError('unavailable');
  }

  /** null: the same request or account was quicker. */
  private async joinAnew(
    actor: Actor | null,
    { eventId, slug, endsAt, ownStatus }: JoinOutlook,
    input: Join,
    hash: Buffer,
    device: string,
  ): Promise<Joined | null> {
    const at = this.clock.now();
    if (endsAt <= at) throw new DomainError('event_over');
    if (ownStatus !== null && ownStatus !== 'cancelled') throw new DomainError('already_registered');
    const { contact } = input;
    const put = await this.queue.put(eventId, {
      ...input,
      accountId: actor?.accountId ?? null,
      // Only an account that this request made may be handed out again to who repeats it.
      requestHash: actor === null ? hash : null,
      email: contact.kind === 'email' ? contact.value : null,
      phone: contact.kind === 'phone' ? contact.value : null,
      device,
      at,
    });
    if (put === null) return null;
    const { id: registrationId, accountId, status, session } = put;
    this.events.emit('registration:changed', { eventId, registrationId, accountId });
    this.events.emit('guests:changed', { eventId });
    this.events.emit('goal:changed', { eventId, registrationId });
    return { answer: { registrationId, status, eventId, slug }, session };
  }

  /**
   * The same request came before. The signed-in phone of that registration simply hears the answer again. A phone without a
   * session is signed in once more only if it repeats everything it said (the request's id is a secret of that phone, and
   * the hash covers name, contact and goal) and soon, since it may have missed the first answer. To everybody else the id
   * is taken: no session of another person is ever handed out for a guessed or overheard id.
   */
  private async again(
    actor: Actor | null,
    { eventId, slug }: JoinOutlook,
    { id: registrationId, status, accountId, requestHash, createdAt }: RequestRow,
    hash: Buffer,
    device: string,
  ): Promise<Joined> {
    const answer = { registrationId, status, eventId, slug };
    if (accountId !== null && actor?.accountId === accountId) return { answer, session: null };
    const recent = this.clock.now().getTime() - createdAt.getTime() < RETRY_WINDOW_MS;
    const same = requestHash !== null && timingSafeEqual(requestHash, hash);
    if (actor !== null || accountId === null || !recent || !same) throw new DomainError('already_registered');
    return { answer, session: await this.sessions.open(this.dataSource.manager, accountId, device) };
  }
}
