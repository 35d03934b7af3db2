import { Injectable } from '@nestjs/common';
import type { TouchKind } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Day, Plan } from './follow-up-schedule.js';

/** A follow-up as its owner sees it. Days are ISO dates. */
export interface FollowUpRow {
  id: string;
  otherAccountId: string;
  encounterId: string;
  eventId: string;
  eventTitle: string;
  slug: string;
  timeZone: string;
  registrationId: string;
  name: string;
  headline: string;
  metOn: Day;
  step: number;
  dueOn: Day;
  stopped: boolean;
  touches: number;
  gifts: number;
}
export interface TouchRow {
  id: string;
  kind: TouchKind;
  line: string;
  at: Date;
}
/** A talk that could be followed up, as one of its two people sees it. */
export interface TalkRow {
  encounterId: string;
  otherAccountId: string;
  name: string;
  headline: string;
  eventTitle: string;
  timeZone: string;
  at: Date;
}

const MOST_OTHERS = 50;

/** A blocked person is nowhere; to the one who was blocked, the other is nobody in particular (I6). */
const NOT_BLOCKED = (other: string) => `NOT EXISTS (
  SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($1, ${other}), (${other}, $1)))`;

const FOLLOW_UPS = `SELECT f.id, f.other_account_id AS "otherAccountId", f.encounter_id AS "encounterId", v.id AS "eventId",
    v.title AS "eventTitle", v.slug, v.time_zone AS "timeZone", r.id AS "registrationId", r.name, r.headline,
    f.met_on::text AS "metOn", f.step, f.due_on::text AS "dueOn", f.stopped_at IS NOT NULL AS stopped,
    t.touches::int, t.gifts::int
  FROM follow_ups f
    JOIN encounters e ON e.id = f.encounter_id
    JOIN events v ON v.id = e.event_id
    JOIN registrations r ON r.event_id = e.event_id AND r.account_id = f.other_account_id
    CROSS JOIN LATERAL (SELECT count(*) AS touches, count(*) FILTER (WHERE kind <> 'asked-favour') AS gifts
      FROM touches WHERE follow_up_id = f.id) t
  WHERE f.account_id = $1 AND ${NOT_BLOCKED('f.other_account_id')}`;

/** What only the other one calls a conversation is not this one's to know. */
const TALKS = `SELECT e.id AS "encounterId", them.account_id AS "otherAccountId", them.name, them.headline, v.title AS "eventTitle",
    v.time_zone AS "timeZone", e.at
  FROM registrations me
    JOIN encounters e ON e.event_id = me.event_id AND me.id IN (e.one_id, e.other_id) AND (e.said_by IS NULL OR e.said_by = me.id)
    JOIN registrations them ON them.event_id = e.event_id AND them.id IN (e.one_id, e.other_id) AND them.id <> me.id
    JOIN events v ON v.id = e.event_id
  WHERE me.account_id = $1 AND them.account_id IS NOT NULL AND ${NOT_BLOCKED('them.account_id')}`;

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Running ones first, by the day they are due; then stopped ones. */
  list(accountId: string): Promise<FollowUpRow[]> {
    return this.dataSource.query(`${FOLLOW_UPS} ORDER BY f.stopped_at IS NOT NULL, f.due_on, r.sort_key, f.id`, [
      accountId,
    ]);
  }

  async find(accountId: string, followUpId: string): Promise<FollowUpRow | null> {
    const rows: FollowUpRow[] = await this.dataSource.query(`${FOLLOW_UPS} AND f.id = $2`, [accountId, followUpId]);
    return rows[0] ?? null;
  }

  async findByPerson(accountId: string, otherAccountId: string): Promise<FollowUpRow | null> {
    const rows: FollowUpRow[] = await this.dataSource.query(`${FOLLOW_UPS} AND f.other_account_id = $2`, [
      accountId,
      otherAccountId,
    ]);
    return rows[0] ?? null;
  }

  /** Talks with people that nobody follows up, newest first; of each person the latest. */
  others(accountId: string): Promise<TalkRow[]> {
    return this.dataSource.query(
      `SELECT * FROM (SELECT DISTINCT ON ("otherAccountId") * FROM (${TALKS}) talk
         WHERE NOT EXISTS (SELECT FROM follow_ups f WHERE f.account_id = $1 AND f.other_account_id = "otherAccountId")
         ORDER BY "otherAccountId", at DESC) latest
       ORDER BY at DESC, "encounterId" LIMIT ${MOST_OTHERS}`,
      [accountId],
    );
  }

  async talk(accountId: string, encounterId: string): Promise<TalkRow | null> {
    const rows: TalkRow[] = await this.dataSource.query(`${TALKS} AND e.id = $2`, [accountId, encounterId]);
    return rows[0] ?? null;
  }

  /** The accounts of an introduction that both say came about; none otherwise. */
  async bothOfIntroduction(eventId: string, encounterId: string): Promise<string[]> {
    const rows: { accountId: string }[] = await this.dataSource.query(
      `SELECT r.account_id AS "accountId" FROM encounters e JOIN registrations r ON r.id IN (e.one_id, e.other_id)
       WHERE e.event_id = $1 AND e.id = $2 AND e.via = 'introduction' AND e.said_by IS NULL AND r.account_id IS NOT NULL`,
      [eventId, encounterId],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /**
   * Starts, or starts anew where they talked at another time. `again`: also what was stopped; else a stop is the last word.
   * Returns whether anything changed.
   */
  async start(accountId: string, talk: TalkRow, metOn: Day, plan: Plan, again: boolean): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO follow_ups AS f (account_id, other_account_id, encounter_id, met_on, step, due_on)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (account_id, other_account_id) DO UPDATE SET encounter_id = excluded.encounter_id, met_on = excluded.met_on,
         step = excluded.step, due_on = excluded.due_on, stopped_at = NULL
       WHERE ($7 AND f.stopped_at IS NOT NULL)
         OR (f.encounter_id <> excluded.encounter_id AND f.met_on < excluded.met_on AND ($7 OR f.stopped_at IS NULL))
       RETURNING id`,
      [accountId, talk.otherAccountId, talk.encounterId, metOn, plan.step, plan.dueOn, again],
    );
    return rows.length > 0;
  }

  /** False where this very touch is there already. */
  async addTouch(
    manager: EntityManager,
    followUpId: string,
    touch: { requestId: string; kind: TouchKind; line: string },
    at: Date,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO touches (follow_up_id, request_id, kind, line, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (follow_up_id, request_id) DO NOTHING RETURNING id`,
      [followUpId, touch.requestId, touch.kind, touch.line, at],
    );
    return rows.length > 0;
  }

  /** Two taps at once become two touches, one after the other. */
  async lock(manager: EntityManager, followUpId: string): Promise<{ metOn: Day; step: number }> {
    const rows: { metOn: Day; step: number }[] = await manager.query(
      'SELECT met_on::text AS "metOn", step FROM follow_ups WHERE id = $1 FOR UPDATE',
      [followUpId],
    );
    return rows[0] as { metOn: Day; step: number };
  }

  async plan(manager: EntityManager, followUpId: string, { step, dueOn }: Plan): Promise<void> {
    await manager.query('UPDATE follow_ups SET step = $2, due_on = $3, stopped_at = NULL WHERE id = $1', [
      followUpId,
      step,
      dueOn,
    ]);
  }

  async setDue(followUpId: string, dueOn: Day): Promise<void> {
    await this.dataSource.query('UPDATE follow_ups SET due_on = $2, stopped_at = NULL WHERE id = $1', [
      followUpId,
      dueOn,
    ]);
  }

  async stop(followUpId: string, at: Date): Promise<void> {
    await this.dataSource.query('UPDATE follow_ups SET stopped_at = coalesce(stopped_at, $2) WHERE id = $1', [
      followUpId,
      at,
    ]);
  }

  /** Newest first. */
  history(followUpId: string): Promise<TouchRow[]> {
    return this.dataSource.query(
      'SELECT id, kind, line, at FROM touches WHERE follow_up_id = $1 ORDER BY at DESC, id LIMIT 200',
      [followUpId],
    );
  }

  /** What the other one seeks; nothing of somebody who has left, hidden, or taken their consent back since. */
  async seeksOf(registrationId: string): Promise<string[]> {
    const rows: { seeks: string[] }[] = await this.dataSource.query(
      `SELECT g.seeks FROM goals g JOIN registrations r ON r.id = g.registration_id
       WHERE r.id = $1 AND r.status = 'confirmed' AND r.consent_take_part AND r.board_level <> 'hidden'`,
      [registrationId],
    );
    return rows[0]?.seeks ?? [];
  }
}
