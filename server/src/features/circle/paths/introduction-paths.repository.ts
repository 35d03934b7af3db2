import { Injectable } from '@nestjs/common';
import { type Introducer, LIMITS } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import { CONNECTS } from '../connects.js';
import type { NumberedTie } from './acquaintance-graph.js';

/** Whoever is asked, and about whom: accounts. */
export interface Between {
  eventId: string;
  from: string;
  to: string;
  at: Date;
}
/** Somebody at one end of a path, and how strong that tie is. `asked`: how often they were asked here, whatever came of it. */
export interface Candidate extends Introducer {
  asked: number;
  strength: number;
}
export interface DirectCandidate extends Candidate {
  /** Of the introducer's tie to the person at the end. */
  strengthThere: number;
}
/** `people`: accounts; ties count from 0 in that order. */
export interface NumberedRoom {
  people: string[];
  ties: NumberedTie[];
}

const strength = (tie: string) => `tie_strength(${tie}.origin, ${tie}.times_met, ${tie}.last_at, $4)`;
/**
 * How often somebody was asked counts until the time is up, also after a "no": a place that became free would tell of it (I2, I3).
 * Through whom a path leads is never a question of what they declined.
 */
const CANDIDATE = `i.account_id AS "accountId", i.registration_id AS "registrationId", i.name, i.present, ${CONNECTS('i')} AS connects,
  load.asked, load.asked >= ${LIMITS.asksPerIntroducer} AS busy`;
const LOAD = `CROSS JOIN LATERAL (SELECT count(*)::int AS asked FROM introductions x
  WHERE x.event_id = i.event_id AND i.account_id IN (x.introducer_account_id, x.through_account_id) AND x.started_by = 'requester'
    AND NOT x.by_hosts AND x.expires_at > $4 AND x.end_reason IS DISTINCT FROM 'withdrawn') load`;
const unblocked = (one: string, other: string) => `NOT EXISTS (SELECT FROM blocks b
  WHERE (b.blocker_id, b.blocked_id) IN ((${one}, ${other}), (${other}, ${one})))`;

/**
 * Whose acquaintance may be told to whom (M5, I1): that B knows the person at the end is told to me only on a path that begins with
 * somebody I know; everybody between says "ask me", whoever stands at the end of a tie lets paths lead to them, nobody on the path has
 * blocked anybody on it, and whom I do not know is named only where the board shows them to all. The views `event_introducers`,
 * `open_ties` and `named_ties` hold that rule for every statement.
 */
@Injectable()
export class IntroductionPathsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** People both know who may be named as knowing the second one. */
  direct({ eventId, from, to, at }: Between): Promise<DirectCandidate[]> {
    return this.dataSource.query(
      `SELECT ${CANDIDATE}, ${strength('mine')} AS strength, ${strength('theirs')} AS "strengthThere"
       FROM event_introducers i
       JOIN open_ties mine ON mine.account_id = $2 AND mine.known_id = i.account_id
       JOIN named_ties theirs ON theirs.introducer_id = i.account_id AND theirs.known_id = $3 ${LOAD}
       WHERE i.event_id = $1 ORDER BY i.sort_key, i.registration_id`,
      [eventId, from, to, at],
    );
  }

  /** Whom `from` knows and may ask for somebody who knows `to`. */
  firsts({ eventId, from, to, at }: Between): Promise<Candidate[]> {
    return this.dataSource.query(
      `SELECT ${CANDIDATE}, ${strength('mine')} AS strength
       FROM event_introducers i JOIN open_ties mine ON mine.account_id = $2 AND mine.known_id = i.account_id ${LOAD}
       WHERE i.event_id = $1 AND i.account_id <> $3 AND ${unblocked('i.account_id', '$3::uuid')}`,
      [eventId, from, to, at],
    );
  }

  /** Who knows `to` and is on the board for `from`, who does not know them. */
  seconds({ eventId, from, to, at }: Between): Promise<Candidate[]> {
    return this.dataSource.query(
      `SELECT ${CANDIDATE}, ${strength('theirs')} AS strength
       FROM event_introducers i JOIN named_ties theirs ON theirs.introducer_id = i.account_id AND theirs.known_id = $3
       LEFT JOIN circle_settings s ON s.account_id = i.account_id ${LOAD}
       WHERE i.event_id = $1 AND i.on_board AND i.account_id <> $2 AND COALESCE(s.reachable, true) AND ${unblocked('i.account_id', '$2::uuid')}
         AND NOT EXISTS (SELECT FROM open_ties known WHERE known.account_id = $2 AND known.known_id = i.account_id)`,
      [eventId, from, to, at],
    );
  }

  /** Which of these pairs know each other at this moment, the second one naming it: what was found in memory may be over. */
  async stillKnow(pairs: readonly (readonly [string, string])[]): Promise<Set<string>> {
    const rows: { pair: string }[] = await this.dataSource.query(
      `SELECT p.one || ' ' || p.other AS pair FROM unnest($1::uuid[], $2::uuid[]) AS p (one, other)
       WHERE EXISTS (SELECT FROM named_ties t WHERE t.introducer_id = p.one AND t.known_id = p.other)`,
      [pairs.map(([one]) => one), pairs.map(([, other]) => other)],
    );
    return new Set(rows.map(({ pair }) => pair));
  }

  /** Everybody of the event who introduces, and who of them knows whom, in one reading. */
  async room(eventId: string, at: Date): Promise<NumberedRoom> {
    const rows: { people: string | null; ties: string | null }[] = await this.dataSource.query(
      `WITH people AS MATERIALIZED (
         SELECT account_id, row_number() OVER (ORDER BY account_id) - 1 AS at FROM event_introducers WHERE event_id = $1
       ), tie AS MATERIALIZED (
         SELECT account_id, known_id, tie_strength(origin, times_met, last_at, $2) AS strength FROM open_ties
         WHERE account_id < known_id AND account_id IN (SELECT account_id FROM people)
       )
       SELECT (SELECT string_agg(account_id::text, ',' ORDER BY at) FROM people) AS people, (
         SELECT string_agg(one.at || ' ' || other.at || ' ' || tie.strength, ',')
         FROM tie JOIN people one ON one.account_id = tie.account_id JOIN people other ON other.account_id = tie.known_id
       ) AS ties`,
      [eventId, at],
    );
    const [{ people, ties } = { people: null, ties: null }] = rows;
    return {
      people: people?.split(',') ?? [],
      ties: (ties?.split(',') ?? []).map((tie) => {
        const [one = 0, other = 0, weight = 1] = tie.split(' ').map(Number);
        return [one, other, weight];
      }),
    };
  }
}
