import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../common/clock.js';
import { Logger } from '../common/logger.js';
import { cleanLine } from '../common/text-fold.js';
import { Config } from '../config/config.js';
import { type LeasedMail, MailRepository } from './mail.repository.js';

const MAX_ATTEMPTS = 8;
const AT_ONCE = 5;
const POLL_MS = 2_000;
/** Longer than the slowest sending below, so that nobody else sends the same mail meanwhile. */
const LEASE_MS = 120_000;
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
const SEND_MS = 60_000;
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 3_600_000;
const CLEAN_EVERY_MS = 3_600_000;
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/** Sends what waits in the outbox, never inside of anybody's transaction. Several processes share the work. */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly transport: Transporter | null;
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly mails: MailRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.transport = config.smtpUrl === undefined ? null : createTransport(withTimeouts(config.smtpUrl));
  }

  onApplicationBootstrap(): void {
    if (this.transport) this.every(POLL_MS, () => this.sendDue());
    this.every(CLEAN_EVERY_MS, () => this.mails.deleteOlderThan(new Date(this.clock.now().getTime() - KEPT_FOR_MS)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.running;
    this.transport?.close();
  }

  /** Sends everything that is due; one mail that cannot be sent does not hold up the others. */
  async sendDue(): Promise<void> {
    const { transport } = this;
    while (transport) {
      const now = this.clock.now();
      const batch = await this.mails.lease(AT_ONCE, now, new Date(now.getTime() + LEASE_MS));
      if (batch.length === 0) return;
      await Promise.all(batch.map((mail) => this.send(transport, mail)));
    }
  }

  private async send(transport: Transporter, mail: LeasedMail): Promise<void> {
    try {
      await withDeadline(this.deliver(transport, mail));
      await this.mails.markSent(mail.id, this.clock.now());
    } catch (error) {
      const message = cleanLine(error instanceof Error ? error.message : String(error), 300);
      const dead = mail.attempts >= MAX_ATTEMPTS;
      this.logger.warn({ mailId: mail.id, attempts: mail.attempts, reason: message, dead }, 'mail not sent');
      await this.mails.markRefused(mail.id, message, dead ? null : this.nextAttempt(mail.attempts));
    }
  }

  private async deliver(transport: Transporter, mail: LeasedMail): Promise<void> {
    const from = this.config.mailFrom;
    await transport.sendMail({
      from,
      // As an object, so that a comma in it can never become a second recipient.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      // The same at every attempt: a mail server that took it before the connection broke can drop the second one.
      messageId: `<${mail.id}@${/@([^\s<>@]+)>?$/u.exec(from)?.[1] ?? 'teabreak.invalid'}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
  }

  private nextAttempt(attempts: number): Date {
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    return new Date(this.clock.now().getTime() + wait * (0.8 + Math.random() * 0.4));
  }

  /** Runs `work` again and again, never twice at the same time. A database that is away is only logged. */
  private every(interval: number, work: () => Promise<void>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      const done = work()
        .catch((error: unknown) => this.logger.warn({ error }, 'mail outbox could not be read'))
        .finally(() => {
          busy = false;
        });
      this.running = Promise.all([this.running, done]).then(() => undefined);
    }, interval);
    timer.unref();
    this.timers.push(timer);
  }
}

function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(TIMEOUTS_MS))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}

/** A server that sends one byte every few seconds passes every socket timeout. */
async function withDeadline(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the mail server took longer than ${SEND_MS / 1000} s`)), SEND_MS);
  });
  await Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
