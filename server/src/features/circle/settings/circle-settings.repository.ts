import { Injectable } from '@nestjs/common';
import { type CircleSettings, type CircleSettingsInput, CONSENT_VERSION } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { bringsTogether } from '../connects.js';

@Injectable()
export class CircleSettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async get(accountId: string, registrationId: string): Promise<CircleSettings> {
    const rows: CircleSettings[] = await this.dataSource.query(
      `SELECT r.consent_circle AS coming, COALESCE(s.introduces, true) AS introduces, COALESCE(s.reachable, true) AS reachable,
         COALESCE(s.shows_connecting, false) AS "showsConnecting", ${bringsTogether('$1')} AS connects
       FROM registrations r LEFT JOIN circle_settings s ON s.account_id = $1 WHERE r.id = $2`,
      [accountId, registrationId],
    );
    return rows[0] as CircleSettings;
  }

  /** A consent that changes is a statement of its own in the log (P1). */
  async put(
    manager: EntityManager,
    { accountId, registrationId }: { accountId: string; registrationId: string },
    { coming, introduces, reachable, showsConnecting }: CircleSettingsInput,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO circle_settings (account_id, introduces, reachable, shows_connecting, updated_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET introduces = excluded.introduces, reachable = excluded.reachable,
         shows_connecting = excluded.shows_connecting, updated_at = excluded.updated_at`,
      [accountId, introduces, reachable, showsConnecting, at],
    );
    await manager.query(
      `WITH changed AS (
         UPDATE registrations SET consent_circle = $2, updated_at = $4 WHERE id = $1 AND consent_circle <> $2 RETURNING id
       ) INSERT INTO consents (registration_id, kind, granted, version, at) SELECT id, 'circle', $2, $3, $4 FROM changed`,
      [registrationId, coming, CONSENT_VERSION, at],
    );
  }

  /** Those whose lists change with the account's settings: everybody of the event who knows them, and the account itself. */
  async acquaintancesHere(accountId: string, eventId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT r.account_id AS id FROM open_ties t JOIN registrations r ON r.account_id = t.known_id AND r.event_id = $2
       WHERE t.account_id = $1 AND r.status = 'confirmed'`,
      [accountId, eventId],
    );
    return [accountId, ...rows.map(({ id }) => id)];
  }
}
