import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SEEDED } from './demo-people.js';

export interface SimulatedPerson {
  accountId: string;
  /** Null for who helps to run the event. */
  registrationId: string | null;
  part: 'guest' | 'companion' | 'host' | 'door';
}

/** In whose names the simulation acts. */
@Injectable()
export class SimulatedPeopleRepository {
  /** `companions` are keys of guests. Seeded guests in the order they were made, then hosts and door. Who stepped in is never among them. */
  list(manager: EntityManager, eventId: string, companions: readonly string[]): Promise<SimulatedPerson[]> {
    return manager.query(
      `SELECT r.account_id AS "accountId", r.id AS "registrationId", CASE WHEN r.external_id = ANY($3) THEN 'companion' ELSE 'guest' END AS part,
         r.external_id AS key
       FROM registrations r JOIN accounts a ON a.id = r.account_id AND a.is_demo
       WHERE r.event_id = $1 AND starts_with(r.external_id, $2)
       UNION ALL SELECT h.account_id, NULL, h.role, h.role FROM event_roles h JOIN accounts a ON a.id = h.account_id AND a.is_demo
       WHERE h.event_id = $1 AND h.role IN ('host', 'door')
         AND NOT EXISTS (SELECT FROM registrations r WHERE r.event_id = $1 AND r.account_id = h.account_id)
       ORDER BY key, "accountId"`,
      [eventId, SEEDED, companions],
    );
  }

  /** Nobody knows the tokens of an earlier run any more. */
  async endSessions(manager: EntityManager, accountIds: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE account_id = ANY($1)', [accountIds]);
  }
}
