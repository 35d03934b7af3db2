import { Injectable } from '@nestjs/common';
import type { MailList } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { cleanLine } from '../common/text-fold.js';
import { Config } from '../config/config.js';
import { type Mail, MailRepository } from './mail.repository.js';

/** Longer subjects are cut by every mail program anyway. */
const SUBJECT_LENGTH = 150;

@Injectable()
export class MailService {
  constructor(
    private readonly mails: MailRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the mail in the caller's transaction: it exists exactly when what it speaks of does.
   * Without SMTP_URL, or with `send: false`, nothing will ever send it; it is kept for the first organizer to read.
   */
  async enqueue(manager: EntityManager, mail: Mail, { send = true } = {}): Promise<void> {
    // A subject carries names that people typed; a line break in it would become a header.
    const safe = { ...mail, subject: cleanLine(mail.subject, SUBJECT_LENGTH) };
    await this.mails.insert(manager, safe, send && this.delivers ? 'waiting' : 'kept', this.clock.now());
  }

  /** The outbox, newest first. @throws DomainError `not_allowed` for anybody but the first organizer: it holds sign-in codes. */
  async list(actor: Actor): Promise<MailList> {
    if (actor.siteRole !== 'first') throw new DomainError('not_allowed');
    return { delivers: this.delivers, mails: await this.mails.newest() };
  }

  /** Whether mails leave this installation. */
  get delivers(): boolean {
    return this.config.smtpUrl !== undefined;
  }
}
