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
/** Stands before the token of a link that only signs in, so that its page asks for nothing more. */
const RETURN = '#back=';
const SET_UP =
  'Set-up link for the first organizer, works once within 24 hours · 首位主办者的设置链接，24 小时内仅可使用一次';
const SIGN_IN =
  'Sign-in link for the first organizer (no mail is delivered), works once within 24 hours · 首位主办者的登录链接（未配置邮件），24 小时内仅可使用一次';

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
    this.announcements.add(`${link.includes(RETURN) ? SIGN_IN : SET_UP}\n  ${link}`);
  }

  /**
   * A link for whoever reads the terminal: to become the first organizer or, where there is one, to sign in as that one. Null
   * where nobody needs it: they get codes by mail.
   * The token stands in the fragment, which browsers send to no server and write into no log.
   */
  async linkForStart(): Promise<string | null> {
    const exists = (await this.accounts.findFirst(this.dataSource.manager)) !== null;
    if (exists && this.config.smtpUrl !== undefined) return null;
    const now = this.clock.now();
    const token = this.randomness.token(32);
    await this.links.insert(hash(token), now, new Date(now.getTime() + VALID_MS));
    return `${this.config.publicUrl}/setup${exists ? RETURN : '#'}${token}`;
  }

  /**
   * Makes the link's holder the first organizer, or signs them in as that one where there is one already; then the name and
   * address they typed are not looked at. @throws DomainError `setup_link_used`
   */
  setUp(input: SetupInput, actor: Actor | null, device: string): Promise<SignedIn> {
    return this.enter(input.token, (manager) => this.firstOrganizer(manager, input), actor, device);
  }

  /** Signs the first organizer in. @throws DomainError `setup_link_used` also where there is none yet; the link stays good */
  return(token: string, actor: Actor | null, device: string): Promise<SignedIn> {
    const first = async (manager: EntityManager) => {
      const account = await this.accounts.findFirst(manager);
      if (!account) throw new DomainError('setup_link_used');
      return account.id;
    };
    return this.enter(token, first, actor, device);
  }

  private async enter(
    token: string,
    firstOrganizer: (manager: EntityManager) => Promise<string>,
    actor: Actor | null,
    device: string,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const signedIn = await inTransaction(this.dataSource, async (manager) => {
      if (!(await this.links.use(manager, hash(token), now))) throw new DomainError('setup_link_used');
      await this.links.useAll(manager, now);
      const accountId = await firstOrganizer(manager);
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
