import { Injectable } from '@nestjs/common';
import type { FollowUpDetail, FollowUpList, FollowUpView, SnoozeInput, TouchInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { wishIn } from '../../common/own-words/own-words.js';
import { Config } from '../../config/config.js';
import { inTransaction } from '../../database/transaction.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { ContactGrants } from '../encounters/contact-grants/contact-grants.service.js';
import { ConversationPromises } from '../encounters/conversations/conversation-promises.service.js';
import { followUpCalendar } from './follow-up-calendar.js';
import { messagesFor } from './follow-up-messages.js';
import { addDays, dayIn, daysBetween, firstPlan, planAfter } from './follow-up-schedule.js';
import { NO_PROMISES, openPromise, presentDetail, presentFollowUp, presentTalk } from './follow-ups.presenter.js';
import { type FollowUpRow, FollowUpsRepository } from './follow-ups.repository.js';
import { GiveFirstService } from './give-first/give-first.service.js';

const LONGEST_SNOOZE_DAYS = 366;

/** Keeping in touch for weeks (F3). Every follow-up is its owner's: nobody else learns that there is one. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly repository: FollowUpsRepository,
    private readonly promises: ConversationPromises,
    private readonly grants: ContactGrants,
    private readonly giveFirst: GiveFirstService,
    private readonly accounts: AccountsService,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async list({ accountId }: Actor): Promise<FollowUpList> {
    const now = this.clock.now();
    const [rows, others] = await Promise.all([this.repository.list(accountId), this.repository.others(accountId)]);
    const promises = await this.promises.of(
      accountId,
      rows.map(({ encounterId }) => encounterId),
    );
    return {
      followUps: rows.map((row) => presentFollowUp(row, promises.get(row.encounterId) ?? NO_PROMISES, now)),
      others: others.map(presentTalk),
    };
  }

  /** Those that are due today, the most overdue first. */
  async due(actor: Actor): Promise<FollowUpView[]> {
    return (await this.list(actor)).followUps.filter(({ due }) => due);
  }

  async read(actor: Actor, followUpId: string): Promise<FollowUpDetail> {
    return this.describe(actor, await this.require(actor, followUpId));
  }

  /** @throws DomainError `not_found` where the actor did not talk with anybody there */
  async start(actor: Actor, encounterId: string): Promise<FollowUpDetail> {
    const talk = await this.repository.talk(actor.accountId, encounterId);
    if (talk === null) throw new DomainError('not_found');
    await this.begin(actor.accountId, encounterId, { again: true });
    const row = await this.repository.findByPerson(actor.accountId, talk.otherAccountId);
    if (row === null) throw new DomainError('not_found');
    return this.describe(actor, row);
  }

  /** Starts by itself what the person has shown to care about; what they stopped stays stopped unless `again`. */
  async begin(accountId: string, encounterId: string, { again = false } = {}): Promise<void> {
    const talk = await this.repository.talk(accountId, encounterId);
    if (talk === null) return;
    const metOn = dayIn(talk.timeZone, talk.at);
    const plan = firstPlan(metOn, dayIn(talk.timeZone, this.clock.now()));
    if (await this.repository.start(accountId, talk, metOn, plan, again)) this.tell(accountId);
  }

  /** A reminder in one's own note is a date that was chosen: it goes before the plan's. */
  async remind(accountId: string, encounterId: string): Promise<void> {
    const remindOn = (await this.promises.of(accountId, [encounterId])).get(encounterId)?.remindOn ?? null;
    const talk = await this.repository.talk(accountId, encounterId);
    const row = talk && (await this.repository.findByPerson(accountId, talk.otherAccountId));
    if (!remindOn || !row || row.stopped || row.dueOn === remindOn || remindOn <= row.metOn) return;
    if (remindOn < dayIn(row.timeZone, this.clock.now())) return;
    await this.repository.setDue(row.id, remindOn);
    this.tell(accountId);
  }

  /** Done for this time; the same request again is the same touch. */
  async touch(actor: Actor, followUpId: string, touch: z.output<typeof TouchInput>): Promise<FollowUpDetail> {
    const { timeZone } = await this.require(actor, followUpId);
    const now = this.clock.now();
    await inTransaction(this.dataSource, async (manager) => {
      const { metOn, step } = await this.repository.lock(manager, followUpId);
      if (!(await this.repository.addTouch(manager, followUpId, touch, now))) return;
      await this.repository.plan(manager, followUpId, planAfter(metOn, step, dayIn(timeZone, now)));
    });
    return this.changed(actor, followUpId);
  }

  async snooze(actor: Actor, followUpId: string, { until }: z.output<typeof SnoozeInput>): Promise<FollowUpDetail> {
    const { timeZone } = await this.require(actor, followUpId);
    const today = dayIn(timeZone, this.clock.now());
    if (until <= today || until > addDays(today, LONGEST_SNOOZE_DAYS))
      throw new DomainError('invalid_input', { fields: [{ field: 'until', code: 'not_allowed' }] });
    await this.repository.setDue(followUpId, until);
    return this.changed(actor, followUpId);
  }

  async stop(actor: Actor, followUpId: string): Promise<void> {
    await this.require(actor, followUpId);
    await this.repository.stop(followUpId, this.clock.now());
    this.tell(actor.accountId);
  }

  /** The next date as a file for the phone's calendar. */
  async calendar(actor: Actor, followUpId: string): Promise<string> {
    const row = await this.require(actor, followUpId);
    const url = `${this.config.publicUrl}/follow-ups/${row.id}`;
    return followUpCalendar(row, { now: this.clock.now(), url, locale: actor.locale });
  }

  /** @throws DomainError `not_found` for anybody but its owner */
  private async require(actor: Actor, followUpId: string): Promise<FollowUpRow> {
    const row = await this.repository.find(actor.accountId, followUpId);
    if (row === null) throw new DomainError('not_found');
    return row;
  }

  private async changed(actor: Actor, followUpId: string): Promise<FollowUpDetail> {
    this.tell(actor.accountId);
    return this.read(actor, followUpId);
  }

  private async describe(actor: Actor, row: FollowUpRow): Promise<FollowUpDetail> {
    const now = this.clock.now();
    const [promises, history, contacts, seeks, me, couldMeet] = await Promise.all([
      this.promises.of(actor.accountId, [row.encounterId]),
      this.repository.history(row.id),
      this.grants.visibleContacts(actor.accountId, row.otherAccountId, row.eventId),
      this.repository.seeksOf(row.registrationId),
      this.accounts.findName(actor.accountId),
      this.giveFirst.friendsFor(actor.accountId, row.otherAccountId),
    ]);
    const own = promises.get(row.encounterId) ?? NO_PROMISES;
    const messages = messagesFor(row.step, {
      name: row.name,
      me: me ?? '',
      eventTitle: row.eventTitle,
      metOn: row.metOn,
      daysAgo: daysBetween(row.metOn, dayIn(row.timeZone, now)),
      seeks: quoted(seeks[0]),
      promise: openPromise(own),
      friend: friendIn(couldMeet[0]),
    });
    return presentDetail(row, { promises: own, history, contacts, messages, couldMeet }, now);
  }

  private tell(accountId: string): void {
    this.events.emit('follow-ups:changed', { accountId });
  }
}

const quoted = (text: string | undefined): string => (text === undefined ? '' : wishIn(text).quoted);

function friendIn(first: FollowUpDetail['couldMeet'][number] | undefined) {
  if (first === undefined) return null;
  return { name: first.name, seeks: first.seeks, offers: first.offers, theySeek: first.direction === 'they-seek' };
}
