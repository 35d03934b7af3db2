import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Trait } from '../../../common/common-ground.js';

export interface Reader {
  eventId: string;
  registrationId: string;
  accountId: string;
}
export interface Tie {
  id: string;
  accountId: string;
  met: boolean;
  sharedAcquaintances: number;
}

/** Other people on the board, as the reader ($1 event, $2 registration, $3 account) may know of them. */
const OTHERS = `registrations r WHERE r.event_id = $1 AND r.on_board AND r.id <> $2
  AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($3::uuid, r.account_id), (r.account_id, $3::uuid)))`;
/** $4: registrations suggested to the reader or the other way round (G3). */
const MAY_SEE = `(c.visibility = 'everyone' OR (c.visibility = 'suggested' AND r.id = ANY($4)))`;

/** Everything for a whole board in a few statements, whatever its size. */
@Injectable()
export class RelationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  traitsOf(accountId: string): Promise<Trait[]> {
    return this.dataSource.query('SELECT kind, value FROM commonalities WHERE account_id = $1 ORDER BY position, id', [
      accountId,
    ]);
  }

  /** Which different things people on the board tell the reader about themselves, of these kinds, and how many each. */
  saidTraits(
    reader: Reader,
    suggested: readonly string[],
    kinds: readonly string[],
  ): Promise<(Trait & { holders: number })[]> {
    return this.dataSource.query(
      `SELECT c.kind, c.value, count(*)::integer AS holders
       FROM commonalities c JOIN (SELECT r.* FROM ${OTHERS}) r ON r.account_id = c.account_id
       WHERE c.kind = ANY($5) AND ${MAY_SEE} GROUP BY c.kind, c.value`,
      [reader.eventId, reader.registrationId, reader.accountId, suggested, kinds],
    );
  }

  holdersOf(
    reader: Reader,
    suggested: readonly string[],
    traits: readonly Trait[],
  ): Promise<(Trait & { id: string })[]> {
    return this.dataSource.query(
      `SELECT r.id, c.kind, c.value FROM commonalities c JOIN (SELECT r.* FROM ${OTHERS}) r ON r.account_id = c.account_id
       JOIN unnest($5::text[], $6::text[]) AS wanted (kind, value) ON wanted.kind = c.kind AND wanted.value = c.value
       WHERE ${MAY_SEE} ORDER BY r.id, c.position, c.id`,
      [
        reader.eventId,
        reader.registrationId,
        reader.accountId,
        suggested,
        traits.map(({ kind }) => kind),
        traits.map(({ value }) => value),
      ],
    );
  }

  /** How many others are on the board, as far as the reader may know of them. */
  async others({ eventId, registrationId, accountId }: Reader): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(`SELECT count(*)::integer AS count FROM ${OTHERS}`, [
      eventId,
      registrationId,
      accountId,
    ]);
    return rows[0]?.count ?? 0;
  }

  /** Who of the board is not for the reader's eyes, because one of the two has blocked the other. */
  async gone({ eventId, accountId }: Reader): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT r.id FROM registrations r JOIN blocks b
         ON (b.blocker_id, b.blocked_id) IN (($2::uuid, r.account_id), (r.account_id, $2::uuid))
       WHERE r.event_id = $1 AND r.on_board`,
      [eventId, accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** `acquaintances`: accounts the reader knows. Only those who take part here and are not hidden could introduce somebody. */
  ties(reader: Reader, acquaintances: readonly string[]): Promise<Tie[]> {
    return this.dataSource.query(
      `WITH friend AS (
         SELECT f.account_id AS id FROM registrations f WHERE f.event_id = $1 AND f.account_id = ANY($4) AND f.status = 'confirmed'
           AND f.consent_take_part AND f.board_level <> 'hidden'
       ), known AS (
         SELECT friend.id AS friend, a.other_id AS id FROM friend JOIN acquaintances a ON a.one_id = friend.id WHERE a.confirmed_at IS NOT NULL
         UNION ALL
         SELECT friend.id, a.one_id FROM friend JOIN acquaintances a ON a.other_id = friend.id WHERE a.confirmed_at IS NOT NULL
       ), counted AS (
         SELECT known.id, count(*)::integer AS friends FROM known
         WHERE NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN ((known.friend, known.id), (known.id, known.friend)))
         GROUP BY known.id
       )
       SELECT r.id, r.account_id AS "accountId", COALESCE(counted.friends, 0) AS "sharedAcquaintances", EXISTS (
         SELECT FROM encounters m WHERE m.event_id = $1 AND m.one_id = least(r.id, $2::uuid) AND m.other_id = greatest(r.id, $2::uuid)
           AND (m.said_by IS NULL OR m.said_by = $2)
       ) AS met
       FROM (SELECT r.* FROM ${OTHERS}) r LEFT JOIN counted ON counted.id = r.account_id`,
      [reader.eventId, reader.registrationId, reader.accountId, acquaintances],
    );
  }
}
