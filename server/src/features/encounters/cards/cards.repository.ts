import { Injectable } from '@nestjs/common';
import type { Contact } from '@teabreak/shared';
import { DataSource } from 'typeorm';

export interface CardToken {
  token: string;
  shortCode: string;
  expiresAt: Date;
}
/** Whose card it is, and where. */
export interface CardOwner {
  registrationId: string;
  accountId: string;
  eventId: string;
  name: string;
  headline: string;
  eventTitle: string;
  slug: string;
  timeZone: string;
}

const OWNER = `SELECT r.id AS "registrationId", r.account_id AS "accountId", r.event_id AS "eventId", r.name, r.headline,
    e.title AS "eventTitle", e.slug, e.time_zone AS "timeZone"
  FROM registrations r JOIN events e ON e.id = r.event_id`;
const SHOWS_CARD = `r.account_id IS NOT NULL AND r.status = 'confirmed' AND r.consent_take_part`;

@Injectable()
export class CardsRepository {
  constructor(private readonly dataSource: DataSource) {}

  contactsOf(accountId: string): Promise<Contact[]> {
    return this.dataSource.query(
      'SELECT kind, value, visibility FROM contacts WHERE account_id = $1 ORDER BY position, kind, value',
      [accountId],
    );
  }

  async newestToken(registrationId: string): Promise<CardToken | null> {
    const rows = await this.dataSource.query<CardToken[]>(
      `SELECT token, short_code AS "shortCode", expires_at AS "expiresAt" FROM card_tokens
       WHERE registration_id = $1 ORDER BY expires_at DESC LIMIT 1`,
      [registrationId],
    );
    return rows[0] ?? null;
  }

  /** False when another card shows the same short code right now. Expired codes of this card, and of that word, go. */
  async addToken(eventId: string, registrationId: string, token: CardToken, now: Date): Promise<boolean> {
    await this.dataSource.query(
      'DELETE FROM card_tokens WHERE (registration_id = $1 OR short_code = $2) AND expires_at <= $3',
      [registrationId, token.shortCode, now],
    );
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO card_tokens (token, short_code, event_id, registration_id, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING token`,
      [token.token, token.shortCode, eventId, registrationId, token.expiresAt, now],
    );
    return rows.length > 0;
  }

  async ownerOfCode(tokenOrShortCode: string, now: Date): Promise<CardOwner | null> {
    const rows = await this.dataSource.query<CardOwner[]>(
      `${OWNER} JOIN card_tokens c ON c.registration_id = r.id
       WHERE (c.token = $1 OR c.short_code = upper($1)) AND c.expires_at > $2 AND ${SHOWS_CARD}`,
      [tokenOrShortCode, now],
    );
    return rows[0] ?? null;
  }

  async owner(registrationId: string): Promise<CardOwner | null> {
    const rows = await this.dataSource.query<CardOwner[]>(`${OWNER} WHERE r.id = $1 AND ${SHOWS_CARD}`, [
      registrationId,
    ]);
    return rows[0] ?? null;
  }

  /** Also of somebody who has cancelled since: what was exchanged stays until it is taken back. */
  async person(eventId: string, registrationId: string): Promise<CardOwner | null> {
    const rows = await this.dataSource.query<CardOwner[]>(
      `${OWNER} WHERE r.event_id = $1 AND r.id = $2 AND r.account_id IS NOT NULL`,
      [eventId, registrationId],
    );
    return rows[0] ?? null;
  }
}
