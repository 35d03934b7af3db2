import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import { isDatabaseUnavailable, violatedConstraint } from '../../../database/database-failure.js';
import { inTransaction } from '../../../database/transaction.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { type OpenSession, SessionsService } from '../../accounts/sessions/sessions.service.js';
import { ContactsRepository } from '../contacts/contacts.repository.js';
import { type Joiner, JoinsRepository, type Seated } from './joins.repository.js';

export interface NewJoin extends Omit<Joiner, 'accountId'> {
  /** null: a phone that nobody has signed in gets an account of its own. */
  accountId: string | null;
  locale: Locale;
  contact: { kind: 'wechat' | 'phone' | 'email' | 'link'; value: string };
  device: string;
}
export interface PutJoin extends Seated {
  session: OpenSession | null;
}
interface Waiting {
  join: NewJoin;
  resolve: (put: PutJoin | null) => void;
  reject: (error: unknown) => void;
}

/** At most so many in one transaction: nobody's answer waits for more than that. */
const TOGETHER = 64;

/** Somebody of the batch has a place already; nothing of the batch may stay. */
class Refused extends Error {}

/**
 * Those who join one event at the same moment are written together: the seats are one row of the database, which each
 * transaction locks until it is on the disk, so one by one is as fast as the disk and no faster. While one batch is written
 * the next one gathers; nobody waits for company.
 */
@Injectable()
export class JoinQueue {
  private readonly lines = new Map<string, Waiting[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly joins: JoinsRepository,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly contacts: ContactsRepository,
  ) {}

  /** Resolves after the commit; to null when the account or the request has a place in the event by now. */
  put(eventId: string, join: NewJoin): Promise<PutJoin | null> {
    return new Promise((resolve, reject) => {
      const line = this.lines.get(eventId);
      if (line) return void line.push({ join, resolve, reject });
      const fresh = [{ join, resolve, reject }];
      this.lines.set(eventId, fresh);
      void this.serve(eventId, fresh);
    });
  }

  private async serve(eventId: string, line: Waiting[]): Promise<void> {
    while (line.length > 0) await this.answer(eventId, line.splice(0, TOGETHER));
    this.lines.delete(eventId);
  }

  /** Never rejects. What one of them did wrong is not the others' fault: then each is tried alone. */
  private async answer(eventId: string, batch: Waiting[]): Promise<void> {
    try {
      const put = await this.write(
        eventId,
        batch.map(({ join }) => join),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(put[index] ?? null);
    } catch (error) {
      const [first] = batch;
      if (isDatabaseUnavailable(error)) for (const { reject } of batch) reject(error);
      else if (batch.length > 1) for (const one of batch) await this.answer(eventId, [one]);
      else if (error instanceof Refused || violatedConstraint(error) === 'registrations_retry_once')
        first?.resolve(null);
      else first?.reject(error);
    }
  }

  /** The event is locked by the last statement only. */
  private write(eventId: string, joins: readonly NewJoin[]): Promise<PutJoin[]> {
    return inTransaction(this.dataSource, async (manager) => {
      const joiners = joins.map((join) => ({ ...join, accountId: join.accountId ?? randomUUID() }));
      const strangers = joiners.filter((_, index) => joins[index]?.accountId === null);
      await this.accounts.createMany(manager, strangers);
      const opened = await this.sessions.openFirst(manager, strangers);
      const sessions = new Map(strangers.map(({ accountId }, index) => [accountId, opened[index]]));
      await this.contacts.addToMany(manager, joiners);
      const seated = new Map(
        (await this.joins.put(manager, eventId, joiners)).map((registration) => [registration.accountId, registration]),
      );
      return joiners.map(({ accountId }) => {
        const registration = seated.get(accountId);
        if (!registration) throw new Refused();
        return { ...registration, session: sessions.get(accountId) ?? null };
      });
    });
  }
}
