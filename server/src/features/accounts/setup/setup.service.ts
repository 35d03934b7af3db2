import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { SetupInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Announcements } from '../../../common/announcements.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Randomness } from '../../../common/randomness.js';
import { Config } from '../../../config/config.js';
import { inTransaction } from '../../../database/transaction.js';
import { AccountsRepository } from '../accounts.repository.js';
import { AccountsService } from '../accounts.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { SignedIn } from '../sign-in/sign-in.service.js';
import { SetupLinksRepository } from './setup-links.repository.js';

const VALID_MS = 24 * 3_600_000;

@Injectable()
export class SetupService implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: SetupLinksRepository,
    private readonly accounts: AccountsRepository,
    private readonly accountsService: AccountsService,
    private readonly sessions: SessionsService,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly announcements: Announcements,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const link = await this.linkForStart();
    if (link === null) return;
    const what =
      'Set-up link for the first organizer, works once within 24 hours · 首位组织者的设置链接，24 小时内仅可使用一次';
    this.announcements.add(`${what}\n  ${link}`);
  }

  /**
   * A link for whoever reads the terminal, or null where nobody needs one: the first organizer exists and gets codes by mail.
   * The token stands in the fragment, which browsers send to no server and write into no log.
   */
  async linkForStart(): Promise<string | null> {
    const exists = (await this.accounts.findFirst(this.dataSource.manager)) !== null;
    if (exists && this.config.smtpUrl !== undefined) return null;
    const now = this.clock.now();
    const token = this.randomness.token(32);
    await this.links.insert(hash(token), now, new Date(now.getTime() + VALID_MS));
    return `${this.config.publicUrl}/setup#${token}`;
  }

  /**
   * Makes the link's holder the first organizer, or signs them in as that one where there is one already; then the name and
   * address they typed are not looked at. @throws DomainError `setup_link_used`
   */
  async setUp(input: SetupInput, actor: Actor | null, device: string): Promise<SignedIn> {
    const now = this.clock.now();
    const signedIn = await inTransaction(this.dataSource, async (manager) => {
      if (!(await this.links.use(manager, hash(input.token), now))) throw new DomainError('setup_link_used');
      await this.links.useAll(manager, now);
      const accountId = await this.firstOrganizer(manager, input);
      return { ...(await this.sessions.open(manager, accountId, device)), accountId };
    });
    await this.sessions.revokeCurrent(actor);
    return signedIn;
  }

  private async firstOrganizer(manager: EntityManager, { name, email, locale }: SetupInput): Promise<string> {
    const first = await this.accounts.findFirst(manager);
    if (first) return first.id;
    const account = await this.accountsService.findOrCreateByEmail(manager, { name, email, locale });
    await this.accounts.setSiteRole(manager, account.id, 'first');
    return account.id;
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
