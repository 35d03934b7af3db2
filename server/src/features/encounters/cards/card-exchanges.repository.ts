import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type ExchangeState = 'waiting' | 'exchanged' | 'declined' | 'revoked';
/** The scanner has tapped; the owner of the card is asked. */
export interface ExchangeRow {
  id: string;
  scannerId: string;
  ownerId: string;
  state: ExchangeState;
  createdAt: Date;
  answeredAt: Date | null;
}
/** The same with the other one of the two, as `registrationId` reads it. */
export interface ExchangeOfOne extends ExchangeRow {
  otherId: string;
  otherAccountId: string | null;
  name: string;
  headline: string;
}

const COLUMNS = `x.id, x.scanner_id AS "scannerId", x.owner_id AS "ownerId", x.state, x.created_at AS "createdAt",
  x.answered_at AS "answeredAt"`;
const OF_ONE = `SELECT ${COLUMNS}, r.id AS "otherId", r.account_id AS "otherAccountId", r.name, r.headline
  FROM card_exchanges x JOIN registrations r ON r.id IN (x.scanner_id, x.owner_id) AND r.id <> $2
  WHERE x.event_id = $1 AND $2 IN (x.scanner_id, x.owner_id)`;

@Injectable()
export class CardExchangesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The account's own place among those who may exchange cards in the event. */
  async registrationOf(eventId: string, accountId: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM registrations WHERE event_id = $1 AND account_id = $2 AND status = 'confirmed'`,
      [eventId, accountId],
    );
    return rows[0]?.id ?? null;
  }

  /** The pair's one row, locked; made as the scanner's tap when there was none. */
  async ofPair(
    manager: EntityManager,
    eventId: string,
    scannerId: string,
    ownerId: string,
    at: Date,
  ): Promise<ExchangeRow> {
    await manager.query(
      `INSERT INTO card_exchanges (event_id, scanner_id, owner_id, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (event_id, least(scanner_id, owner_id), greatest(scanner_id, owner_id)) DO NOTHING`,
      [eventId, scannerId, ownerId, at],
    );
    const rows = await manager.query<ExchangeRow[]>(
      `SELECT ${COLUMNS} FROM card_exchanges x WHERE x.event_id = $1
         AND least(x.scanner_id, x.owner_id) = least($2::uuid, $3::uuid)
         AND greatest(x.scanner_id, x.owner_id) = greatest($2::uuid, $3::uuid) FOR UPDATE`,
      [eventId, scannerId, ownerId],
    );
    return rows[0] as ExchangeRow;
  }

  async locked(manager: EntityManager, eventId: string, exchangeId: string): Promise<ExchangeRow | null> {
    const rows = await manager.query<ExchangeRow[]>(
      `SELECT ${COLUMNS} FROM card_exchanges x WHERE x.event_id = $1 AND x.id = $2 FOR UPDATE`,
      [eventId, exchangeId],
    );
    return rows[0] ?? null;
  }

  async restart(
    manager: EntityManager,
    exchangeId: string,
    scannerId: string,
    ownerId: string,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE card_exchanges SET state = 'waiting', scanner_id = $2, owner_id = $3, created_at = $4, answered_at = NULL WHERE id = $1`,
      [exchangeId, scannerId, ownerId, at],
    );
  }

  async answer(manager: EntityManager, exchangeId: string, state: ExchangeState, at: Date): Promise<void> {
    await manager.query('UPDATE card_exchanges SET state = $2, answered_at = $3 WHERE id = $1', [
      exchangeId,
      state,
      at,
    ]);
  }

  async find(eventId: string, registrationId: string, exchangeId: string): Promise<ExchangeOfOne | null> {
    const rows = await this.dataSource.query<ExchangeOfOne[]>(`${OF_ONE} AND x.id = $3`, [
      eventId,
      registrationId,
      exchangeId,
    ]);
    return rows[0] ?? null;
  }

  async between(eventId: string, registrationId: string, otherId: string): Promise<ExchangeOfOne | null> {
    const rows = await this.dataSource.query<ExchangeOfOne[]>(`${OF_ONE} AND r.id = $3`, [
      eventId,
      registrationId,
      otherId,
    ]);
    return rows[0] ?? null;
  }

  /** Newest first; nobody whom `accountId` has blocked. */
  list(eventId: string, registrationId: string, accountId: string): Promise<ExchangeOfOne[]> {
    return this.dataSource.query(
      `${OF_ONE} AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = $3 AND b.blocked_id = r.account_id)
       ORDER BY x.created_at DESC, x.id`,
      [eventId, registrationId, accountId],
    );
  }
}
