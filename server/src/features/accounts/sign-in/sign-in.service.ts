import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, SignInCodeInput, SignInCodeRequested, SignInInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Logger } from '../../../common/logger.js';
import { Randomness } from '../../../common/randomness.js';
import { inTransaction } from '../../../database/transaction.js';
import { MailService } from '../../../mail/mail.service.js';
import { AccountsRepository } from '../accounts.repository.js';
import { InstanceSecrets } from '../instance-secrets.service.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { EmailClaims } from './email-claims.service.js';
import { CODE_DIGITS, CODE_TRIES, CODE_VALID_MS, CODES_PER_HOUR, HOUR_MS } from './sign-in.policy.js';
import { SignInCodesRepository } from './sign-in-codes.repository.js';
import { signInMail } from './sign-in-mail.js';

export type SignedIn = OpenSession & { accountId: string };

/** Sign-in by a code that is mailed. What it answers and how long it takes do not depend on whether an address is known. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly codes: SignInCodesRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly claims: EmailClaims,
    private readonly mails: MailService,
    private readonly secrets: InstanceSecrets,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Mails a code. @throws DomainError `too_many_requests` after five codes for one address within an hour */
  async requestCode({ email, locale }: SignInCodeInput): Promise<SignInCodeRequested> {
    const now = this.clock.now();
    const id = randomUUID();
    const code = this.randomness.digits(CODE_DIGITS);
    const expiresAt = new Date(now.getTime() + CODE_VALID_MS);
    await inTransaction(this.dataSource, async (manager) => {
      await this.codes.lockAddress(manager, email);
      await this.refuseFlood(manager, email, now);
      await this.codes.replace(manager, { id, email, codeHash: this.hash(id, code), locale, now, expiresAt });
      await this.codes.deleteOlderThan(manager, new Date(now.getTime() - 24 * HOUR_MS));
      await this.mails.enqueue(manager, signInMail(email, code, locale));
    });
    return { requestId: id, expiresAt: expiresAt.toISOString() };
  }

  /** @throws DomainError `wrong_code`, or `code_expired` when the code is used, replaced, too old or out of tries */
  async signIn({ requestId, code }: SignInInput, actor: Actor | null, device: string): Promise<SignedIn> {
    const now = this.clock.now();
    await this.spend(requestId, code, now);
    const { session, accountId, ended, announceClaims } = await inTransaction(this.dataSource, async (manager) => {
      const proven = await this.codes.use(manager, requestId, now);
      if (proven === null) throw new DomainError('code_expired');
      return this.enter(manager, proven, device, now);
    });
    // The session this browser had ends with the sign-in, whoever's it was: nobody goes on under an older cookie.
    await this.sessions.revokeCurrent(actor);
    this.sessions.announceEnd(accountId, ended);
    announceClaims();
    return { ...session, accountId };
  }

  /**
   * The mailed code proves an address of the actor's own account, which keeps its sessions. An address that was proven before is
   * replaced. @throws DomainError as `signIn`, and `email_taken` where another account has the address
   */
  async prove(actor: Actor, { requestId, code }: SignInInput): Promise<void> {
    const now = this.clock.now();
    await this.spend(requestId, code, now);
    const announceClaims = await inTransaction(this.dataSource, async (manager) => {
      const proven = await this.codes.use(manager, requestId, now);
      if (proven === null) throw new DomainError('code_expired');
      await this.accounts.lockEmail(manager, proven.email);
      const owner = await this.accounts.findByEmail(manager, proven.email);
      if (owner !== null && owner.id !== actor.accountId) throw new DomainError('email_taken', { field: 'email' });
      await this.accounts.setEmailProven(manager, actor.accountId, proven.email, now);
      return this.claims.run(manager, actor.accountId, proven.email);
    });
    announceClaims();
  }

  /** The mailed code shows that whoever reads the mailbox is here now. @throws DomainError as `signIn` */
  async confirm(email: string, { requestId, code }: SignInInput): Promise<void> {
    const now = this.clock.now();
    await this.spend(requestId, code, now);
    const proven = await this.codes.use(this.dataSource.manager, requestId, now);
    if (proven?.email !== email) throw new DomainError('code_expired');
  }

  private async spend(requestId: string, code: string, now: Date): Promise<void> {
    const spent = await this.codes.spendTry(requestId, now);
    if (spent === null) throw new DomainError('code_expired');
    if (timingSafeEqual(spent.codeHash, this.hash(requestId, code))) return;
    this.logger.warn({ requestId, tries: spent.tries }, 'wrong sign-in code');
    throw new DomainError('wrong_code', { field: 'code', params: { left: CODE_TRIES - spent.tries } });
  }

  private async enter(
    manager: EntityManager,
    { email, locale }: { email: string; locale: Locale },
    device: string,
    now: Date,
  ) {
    const { accountId, ended } = await this.accountOf(manager, email, locale);
    await this.accounts.setEmailProven(manager, accountId, email, now);
    const announceClaims = await this.claims.run(manager, accountId, email);
    const session = await this.sessions.open(manager, accountId, device);
    return { session, accountId, ended, announceClaims };
  }

  /** The account of a proven address: its own, else one that joined with it, else a new one without rights. */
  private async accountOf(
    manager: EntityManager,
    email: string,
    locale: Locale,
  ): Promise<{ accountId: string; ended: string[] }> {
    await this.accounts.lockEmail(manager, email);
    const own = await this.accounts.findByEmail(manager, email);
    if (own) return { accountId: own.id, ended: [] };
    const joined = await this.accounts.findJoinedWith(manager, email);
    // Nobody checked the address when it was typed while joining. Whoever owns the mailbox gets the account, and a stranger
    // who typed it must not stay inside: every session it has ends.
    if (joined) return { accountId: joined.id, ended: await this.sessions.revokeAll(manager, joined.id) };
    const name =
      (await this.accounts.nameOnGuestList(manager, email)) ?? email.slice(0, email.indexOf('@')).slice(0, 80);
    return { accountId: (await this.accounts.insert(manager, { name, email, locale })).id, ended: [] };
  }

  private async refuseFlood(manager: EntityManager, email: string, now: Date): Promise<void> {
    const asked = await this.codes.askedSince(manager, email, new Date(now.getTime() - HOUR_MS));
    const freed = asked.at(-CODES_PER_HOUR);
    if (freed === undefined) return;
    const seconds = Math.ceil((freed.getTime() + HOUR_MS - now.getTime()) / 1000);
    throw new DomainError('too_many_requests', { params: { seconds } });
  }

  /** Bound to the request: a code is worth nothing under another request's id. */
  private hash(requestId: string, code: string): Buffer {
    return Buffer.from(this.secrets.mac('sign-in-code', `${requestId}:${code}`), 'base64url');
  }
}
