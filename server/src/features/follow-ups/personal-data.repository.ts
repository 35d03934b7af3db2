import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

const FOLLOW_UPS = `SELECT r.name AS person, ${eventOf('v')}, f.met_on::text AS "metOn", f.due_on::text AS "dueOn",
    f.stopped_at AS "stoppedAt", f.created_at AS "createdAt",
    coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'line', t.line, 'at', t.at) ORDER BY t.at, t.id)
      FROM touches t WHERE t.follow_up_id = f.id), '[]') AS touches, ${keyOf('f.created_at', 'f.id')}
  FROM follow_ups f JOIN encounters e ON e.id = f.encounter_id JOIN events v ON v.id = e.event_id
  JOIN registrations r ON r.event_id = e.event_id AND r.account_id = f.other_account_id WHERE f.account_id = $1`;

const DIGEST = `SELECT rhythm, weekday, hour, time_zone AS "timeZone", answers, updated_at AS "updatedAt", account_id::text AS key
  FROM digests WHERE account_id = $1`;

@Injectable()
export class FollowUpsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    follow_ups: {
      exported: 'followUps',
      afterwards: {
        kept: 'others’ own log of a person without a name, stopped',
        ghost: ['other_account_id'],
        own: 'account_id',
      },
    },
    touches: { exported: 'followUps', afterwards: { kept: 'others’ own log' } },
    digests: { exported: 'digest', afterwards: 'deleted' },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    return [
      { name: 'followUps', rows: inPages(this.dataSource, FOLLOW_UPS, [accountId]) },
      { name: 'digest', rows: inPages(this.dataSource, DIGEST, [accountId]), one: true },
    ];
  }

  /** Nobody is reminded of somebody who cannot be reached. */
  override async forget(manager: EntityManager, { accountId, at }: Leaver): Promise<() => void> {
    const [rows]: [{ accountId: string }[], number] = await manager.query(
      `UPDATE follow_ups SET stopped_at = coalesce(stopped_at, $2) WHERE other_account_id = $1 RETURNING account_id AS "accountId"`,
      [accountId, at],
    );
    return () => {
      for (const row of rows) this.events.emit('follow-ups:changed', row);
    };
  }
}
