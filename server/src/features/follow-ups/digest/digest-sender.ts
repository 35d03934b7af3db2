import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AwaitedAnswer, AwaitedAnswers } from '../../../common/awaited-answers.js';
import { Clock } from '../../../common/clock.js';
import { Logger } from '../../../common/logger.js';
import { Config } from '../../../config/config.js';
import { inTransaction } from '../../../database/transaction.js';
import type { Mail } from '../../../mail/mail.repository.js';
import { MailService } from '../../../mail/mail.service.js';
import { DigestRepository, type DueDigest } from './digest.repository.js';
import { DigestService } from './digest.service.js';
import { type DigestPerson, digestMail } from './digest-mail.js';

const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 50;
const NAMED = 8;

/** Writes the digests whose hour has come. Servers share the work, and no day of anybody's has two mails. */
@Injectable()
export class DigestSender implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: DigestRepository,
    private readonly digests: DigestService,
    private readonly awaited: AwaitedAnswers,
    private readonly mails: MailService,
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sendQuietly(), LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many mails were written; who has nothing due gets none. */
  async sendDue(): Promise<number> {
    const now = this.clock.now();
    for (let sent = 0; ; ) {
      const { taken, written } = await inTransaction(this.dataSource, async (manager) => {
        const due = await this.repository.take(manager, AT_ONCE, now);
        let mails = 0;
        for (const digest of due) {
          const people = await this.repository.people(manager, digest.accountId, digest.today);
          const answers = digest.answers ? await this.awaited.of(digest.accountId) : [];
          if (people.length + answers.length === 0) continue;
          await this.mails.enqueue(manager, this.mail(digest, people, answers));
          mails += 1;
        }
        return { taken: due.length, written: mails };
      });
      sent += written;
      if (taken < AT_ONCE) return sent;
    }
  }

  private mail(
    { accountId, email, locale }: DueDigest,
    people: readonly DigestPerson[],
    answers: readonly AwaitedAnswer[],
  ): Mail {
    const base = this.config.publicUrl;
    const content = {
      due: people.slice(0, NAMED),
      more: Math.max(0, people.length - NAMED),
      answers: answers.slice(0, NAMED),
      moreAnswers: Math.max(0, answers.length - NAMED),
      inboxUrl: (slug: string) => `${base}/e/${encodeURIComponent(slug)}/inbox`,
      listUrl: `${base}/follow-ups`,
      // In the fragment: neither a proxy's log nor a mail scanner that opens links ends anybody's mails.
      stopUrl: `${base}/stop-digest#${this.digests.stopToken(accountId)}`,
    };
    return digestMail(email, content, locale);
  }

  private sendQuietly(): void {
    this.running = this.running
      .then(() => this.sendDue())
      .catch((error: unknown) => this.logger.warn({ error }, 'digests could not be written'));
  }
}
