import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';
import { ContactGrants } from '../encounters/contact-grants/contact-grants.service.js';
import { partOf } from './introductions.policy.js';
import { presentIntroduction } from './introductions.presenter.js';
import { type IntroductionRow, IntroductionsRepository } from './introductions.repository.js';

@Injectable()
export class IntroductionsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    introductions: {
      exported: 'introductions',
      afterwards: {
        kept: 'the others’ introduction, and the event’s numbers',
        ghost: ['introducer_account_id', 'through_account_id', 'host_account_id'],
      },
    },
    introduction_seats: { exported: 'introductions', afterwards: 'deleted' },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly introductions: IntroductionsRepository,
    private readonly grants: ContactGrants,
    private readonly clock: Clock,
  ) {
    super(parts);
  }

  sections(person: Actor): Section[] {
    return [{ name: 'introductions', rows: this.mine(person) }];
  }

  /** Their words go; what is under way ends as it does for whoever leaves an event, and nobody comes to the table in their place. */
  override async forget(manager: EntityManager, { accountId }: Leaver): Promise<() => void> {
    await manager.query(
      `UPDATE introductions i SET
         requester_line = CASE WHEN a.account_id = $1 THEN '' ELSE i.requester_line END,
         introducer_line = CASE WHEN i.introducer_account_id = $1 THEN '' ELSE i.introducer_line END,
         introducer_joins = i.introducer_joins AND i.introducer_account_id IS DISTINCT FROM $1,
         through_line = CASE WHEN i.through_account_id = $1 THEN '' ELSE i.through_line END
       FROM registrations a WHERE a.id = i.requester_id
         AND $1 IN (a.account_id, i.introducer_account_id, i.through_account_id)`,
      [accountId],
    );
    return () => undefined;
  }

  /** Through the same presenter as the pages: a silent "no" stays silent here until the time is up for all (I2). */
  private async *mine(person: Actor) {
    const events: { eventId: string; title: string; slug: string }[] = await this.dataSource.query(
      `SELECT e.id AS "eventId", e.title, e.slug FROM events e WHERE e.id IN (
         SELECT event_id FROM registrations WHERE account_id = $1
         UNION SELECT event_id FROM introductions WHERE $1 IN (introducer_account_id, through_account_id))
       ORDER BY e.starts_at, e.id`,
      [person.accountId],
    );
    for (const { eventId, title, slug } of events)
      for (const row of await this.introductions.list(eventId, person.accountId, false)) {
        const shown = await this.present(person, row);
        if (shown) yield { event: { title, slug }, ...shown };
      }
  }

  private async present({ accountId, locale }: Actor, row: IntroductionRow) {
    const part = partOf(row, accountId, false);
    if (part === null) return null;
    const other = part === 'requester' ? row.targetAccountId : row.requesterAccountId;
    const theTwo = row.agreedAt !== null && (part === 'requester' || part === 'target');
    const contacts = theTwo ? await this.grants.visibleContacts(accountId, other, row.eventId) : [];
    const view = presentIntroduction(row, { part, accountId, locale, contacts }, this.clock.now());
    if (view === null) return null;
    const { meeting } = view;
    return {
      myPart: view.myPart,
      state: view.state,
      requester: view.requester.name,
      target: view.target.name,
      introducer: view.introducer?.name ?? null,
      startedBy: view.startedBy,
      requesterLine: view.requesterLine,
      throughLine: view.throughLine,
      introducerLine: view.introducerLine,
      meeting: meeting && {
        place: meeting.placeName,
        break: meeting.breakTitle,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        iSaid: meeting.said.me,
      },
      contacts: view.contacts.map(({ kind, value }) => ({ kind, value })),
      createdAt: view.createdAt,
      updatedAt: view.updatedAt,
    };
  }
}
