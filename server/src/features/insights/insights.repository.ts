import { Injectable } from '@nestjs/common';
import type { EventNow } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Cohort } from './introduction-funnel.js';

export type Counts = Pick<EventNow, 'confirmed' | 'checkedIn' | 'free' | 'talking'>;

/** How many people without an encounter are listed by name. */
const ISOLATES_LISTED = 200;
/** One kindness is a kindness; from two on somebody brings people on (M11). */
const CONNECTS_FROM = 2;
const CONNECTORS_LISTED = 10;
/** Of fewer, a middle would tell about single people (O2). */
const SMALLEST_GROUP = 5;

@Injectable()
export class InsightsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async counts(eventId: string): Promise<Counts> {
    const rows: Counts[] = await this.dataSource.query(
      `SELECT count(*)::int AS confirmed, count(checked_in_at)::int AS "checkedIn",
         count(*) FILTER (WHERE checked_in_at IS NOT NULL AND presence = 'free')::int AS free,
         count(*) FILTER (WHERE checked_in_at IS NOT NULL AND presence = 'talking')::int AS talking
       FROM registrations WHERE event_id = $1 AND status = 'confirmed'`,
      [eventId],
    );
    return rows[0] as Counts;
  }

  /** Introductions by the moment in which they were settled for all concerned: agreed, or the time was up. */
  introductions(eventId: string, now: Date): Promise<Cohort[]> {
    return this.dataSource.query(
      `SELECT CASE WHEN expires_at <= $2 OR agreed_at IS NOT NULL THEN expires_at END AS "endsAt", by_hosts AS "byHosts",
         count(*)::int AS asked, count(passed_on_at) FILTER (WHERE agreed_at IS NULL)::int AS "passedOnInVain",
         count(agreed_at)::int AS agreed, count(*) FILTER (WHERE state = 'met')::int AS met
       FROM introductions WHERE event_id = $1 GROUP BY 1, 2`,
      [eventId, now],
    );
  }

  /** Requests of or for the reader do not count: a host who asked would see that another one has answered (I2). */
  async waitingForHost(eventId: string, readerId: string, now: Date): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM introductions i
       JOIN registrations a ON a.id = i.requester_id JOIN registrations b ON b.id = i.target_id
       WHERE i.event_id = $1 AND i.state = 'asked' AND i.by_hosts AND i.expires_at > $3 AND $2 NOT IN (a.account_id, b.account_id)`,
      [eventId, readerId, now],
    );
    return rows[0]?.n ?? 0;
  }

  /** A2, of what was posted and not hidden by the hosts. First answer: the first "I can help", also of who took it back later. */
  async asks(eventId: string): Promise<EventNow['asks']> {
    const rows: EventNow['asks'][] = await this.dataSource.query(
      `SELECT count(*)::int AS posted, count(*) FILTER (WHERE ask.state = 'answered')::int AS answered,
         count(*) FILTER (WHERE first.introduced)::int AS introduced, count(first.at)::int AS helped,
         CASE WHEN count(first.at) >= ${SMALLEST_GROUP} THEN
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first.at - ask.posted_at)))::int
         END AS "medianSecondsToFirst"
       FROM asks ask
       LEFT JOIN LATERAL (SELECT min(offered_at) AS at, bool_or(state = 'accepted') AS introduced FROM ask_helps WHERE ask_id = ask.id) first ON true
       WHERE ask.event_id = $1 AND ask.hidden_at IS NULL`,
      [eventId],
    );
    return rows[0] as EventNow['asks'];
  }

  /** Who is here and has met nobody yet, those who came first at the top. */
  async isolates(eventId: string): Promise<EventNow['isolates']> {
    return this.dataSource.query(
      `SELECT person.id AS "registrationId", person.name FROM registrations person
       WHERE person.event_id = $1 AND person.status = 'confirmed' AND person.checked_in_at IS NOT NULL
         AND NOT EXISTS (SELECT FROM encounters met WHERE met.event_id = $1 AND person.id IN (met.one_id, met.other_id))
       ORDER BY person.checked_in_at, person.id LIMIT ${ISOLATES_LISTED}`,
      [eventId],
    );
  }

  /** Guests whose introductions both sides agreed to, whatever came afterwards (I6), and whom authors of asks thank for their help. */
  async connectors(eventId: string): Promise<EventNow['connectors']> {
    return this.dataSource.query(
      `WITH kindness AS (
         SELECT person.id, made.agreed, 0 AS helped FROM introductions_made made
         JOIN registrations person ON person.event_id = made.event_id AND person.account_id = made.account_id
         WHERE made.event_id = $1
         UNION ALL
         SELECT help.helper_id, 0, 1 FROM asks ask JOIN ask_helps help ON help.id = ask.answered_by_help
         WHERE ask.event_id = $1 AND ask.hidden_at IS NULL
       )
       SELECT person.id AS "registrationId", person.name, sum(agreed)::int AS agreed, sum(helped)::int AS helped
       FROM kindness JOIN registrations person ON person.id = kindness.id AND person.status = 'confirmed'
       GROUP BY person.id HAVING sum(agreed + helped) >= ${CONNECTS_FROM}
       ORDER BY sum(agreed + helped) DESC, person.sort_key, person.id LIMIT ${CONNECTORS_LISTED}`,
      [eventId],
    );
  }
}
