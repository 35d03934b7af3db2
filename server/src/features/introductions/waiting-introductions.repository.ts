import { Injectable } from '@nestjs/common';
import type { EventRole } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Introduction, Part } from './introduction-state.js';
import type { Involved } from './introductions.policy.js';
import { JOINED, STATE } from './introductions.repository.js';

export type WaitingRow = Introduction &
  Involved & {
    id: string;
    eventId: string;
    hostAccountId: string | null;
    pingBy: Exclude<Part, 'through'> | null;
    pingAt: Date | null;
    role: EventRole | null;
  };

export interface WaitingNames {
  id: string;
  title: string;
  slug: string;
  requester: { accountId: string; name: string };
  target: { accountId: string; name: string };
}

@Injectable()
export class WaitingIntroductionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of introductions that wait: the event, and the two who are to meet. Those that end first come first. */
  namesOf(ids: readonly string[]): Promise<WaitingNames[]> {
    return this.dataSource.query(
      `SELECT i.id, e.title, e.slug, json_build_object('accountId', a.account_id, 'name', a.name) AS requester,
         json_build_object('accountId', b.account_id, 'name', b.name) AS target
       FROM introductions i ${JOINED} WHERE i.id = ANY($1) ORDER BY i.expires_at, i.id`,
      [ids],
    );
  }

  /** Everything that is not over for this account and might wait for it, oldest first. A "no" in secret is not over (I2). */
  of(accountId: string, eventId: string | null): Promise<WaitingRow[]> {
    return this.dataSource.query(
      `SELECT ${STATE}, i.host_account_id AS "hostAccountId", i.ping_by AS "pingBy", i.ping_at AS "pingAt", role.role
       FROM introductions i ${JOINED}
       LEFT JOIN event_roles role ON role.event_id = i.event_id AND role.account_id = $1
       WHERE ($2::uuid IS NULL OR i.event_id = $2) AND i.state <> 'unknown' AND (i.state <> 'not-this-time' OR i.told_at IS NULL)
         AND ($1 IN (a.account_id, b.account_id, i.through_account_id, i.introducer_account_id)
           OR (i.by_hosts AND i.introducer_account_id IS NULL AND role.role IS NOT NULL))
       ORDER BY i.created_at, i.id`,
      [accountId, eventId],
    );
  }
}
