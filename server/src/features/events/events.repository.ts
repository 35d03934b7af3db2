import { Injectable } from '@nestjs/common';
import type { EventInput, EventRole } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AgendaItemEntity, EventEntity, PlaceEntity } from './event.entity.js';

export type EventFields = z.output<typeof EventInput>;
export interface NewEvent {
  fields: EventFields;
  slug: string;
  groupCode: string;
  createdBy: string;
}
export interface SummaryRow {
  id: string;
  slug: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  role: EventRole;
  confirmed: number;
  checkedIn: number;
  capacity: number | null;
  isDemo: boolean;
}

/** Anybody types these into an address; what cannot exist is not asked for (PostgreSQL refuses a NUL, for instance). */
const SLUG = /^[a-z0-9-]{1,60}$/u;

@Injectable()
export class EventsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(eventId: string): Promise<EventEntity | null> {
    return this.dataSource.manager.findOneBy(EventEntity, { id: eventId });
  }

  async findBySlug(slug: string): Promise<EventEntity | null> {
    if (!SLUG.test(slug)) return null;
    return this.dataSource.manager.findOneBy(EventEntity, { slug });
  }

  agendaOf(eventId: string): Promise<AgendaItemEntity[]> {
    return this.dataSource.manager.find(AgendaItemEntity, {
      where: { eventId },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
  }

  placesOf(eventId: string): Promise<PlaceEntity[]> {
    return this.dataSource.manager.find(PlaceEntity, { where: { eventId }, order: { position: 'ASC', id: 'ASC' } });
  }

  async slugsLike(slug: string): Promise<Set<string>> {
    const rows: { slug: string }[] = await this.dataSource.query(
      `SELECT slug FROM events WHERE slug = $1 OR starts_with(slug, $1 || '-')`,
      [slug],
    );
    return new Set(rows.map((row) => row.slug));
  }

  async insert(manager: EntityManager, { fields, slug, groupCode, createdBy }: NewEvent): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO events (slug, title, description, time_zone, starts_at, ends_at, venue, address, capacity, requires_approval,
         languages, group_code, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [slug, ...values(fields), groupCode, createdBy],
    );
    const { id } = rows[0] as { id: string };
    await manager.query(`INSERT INTO event_roles (event_id, account_id, role) VALUES ($1, $2, 'owner')`, [
      id,
      createdBy,
    ]);
    return id;
  }

  /** @returns false when more people than the new capacity are confirmed; the row's lock decides against a seat taken meanwhile (E3). */
  async update(manager: EntityManager, eventId: string, fields: EventFields): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `UPDATE events SET slug = coalesce($2, slug), title = $3, description = $4, time_zone = $5, starts_at = $6, ends_at = $7, venue = $8,
         address = $9, capacity = $10, requires_approval = $11, languages = $12, updated_at = now()
       WHERE id = $1 AND ($10::integer IS NULL OR taken <= $10::integer)`,
      [eventId, fields.slug ?? null, ...values(fields)],
    );
    return changed > 0;
  }

  async delete(eventId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM events WHERE id = $1', [eventId]);
  }

  /** The event's next board version. It locks the event's row: call it last in a transaction (B3). */
  async bumpBoardVersion(manager: EntityManager, eventId: string, by: number): Promise<number> {
    const [rows]: [{ version: string }[], number] = await manager.query(
      'UPDATE events SET board_version = board_version + $2 WHERE id = $1 RETURNING board_version AS version',
      [eventId, by],
    );
    return Number(rows[0]?.version);
  }

  /** Events that the account helps to run, the latest first; all events for the first organizer. */
  async runBy(accountId: string, all: boolean): Promise<SummaryRow[]> {
    return this.dataSource.query(
      `SELECT event.id, event.slug, event.title, event.starts_at AS "startsAt", event.ends_at AS "endsAt", event.time_zone AS "timeZone",
         CASE WHEN $2 THEN 'owner' ELSE helper.role END AS role, event.taken AS confirmed, event.capacity, event.is_demo AS "isDemo",
         (SELECT count(*)::int FROM registrations WHERE event_id = event.id AND checked_in_at IS NOT NULL) AS "checkedIn"
       FROM events event LEFT JOIN event_roles helper ON helper.event_id = event.id AND helper.account_id = $1
       WHERE $2 OR helper.role IS NOT NULL ORDER BY event.starts_at DESC, event.id`,
      [accountId, all],
    );
  }

  async hostNames(eventId: string): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT account.name FROM event_roles helper JOIN accounts account ON account.id = helper.account_id
       WHERE helper.event_id = $1 AND helper.role IN ('owner', 'organizer', 'host')
       ORDER BY array_position(ARRAY['owner', 'organizer', 'host'], helper.role), helper.created_at, account.id`,
      [eventId],
    );
    return rows.map(({ name }) => name);
  }

  /** The break that is open; else the next one that has neither been closed nor passed. */
  async openOrNextBreak(eventId: string, now: Date): Promise<AgendaItemEntity | null> {
    return this.dataSource.manager
      .createQueryBuilder(AgendaItemEntity, 'item')
      .where(`item.eventId = :eventId AND item.kind = 'break' AND item.closedAt IS NULL`, { eventId })
      .andWhere('(item.openedAt IS NOT NULL OR item.endsAt > :now)', { now })
      .orderBy('CASE WHEN item.openedAt IS NULL THEN 1 ELSE 0 END')
      .addOrderBy('item.startsAt')
      .addOrderBy('item.id')
      .limit(1)
      .getOne();
  }

  /** Accounts that hold a confirmed place in the event. */
  async attendingAccounts(eventId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT account_id AS id FROM registrations WHERE event_id = $1 AND account_id IS NOT NULL AND status = 'confirmed'`,
      [eventId],
    );
    return rows.map(({ id }) => id);
  }
}

function values(fields: EventFields): unknown[] {
  const { title, description, timeZone, startsAt, endsAt, venue, address, capacity, requiresApproval, languages } =
    fields;
  return [
    title,
    description,
    timeZone,
    startsAt,
    endsAt,
    venue,
    address,
    capacity,
    requiresApproval,
    [...new Set(languages)],
  ];
}
