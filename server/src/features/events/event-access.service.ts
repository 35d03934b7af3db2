import { Injectable } from '@nestjs/common';
import type { EventRole } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/domain-error.js';

interface Relation {
  role: EventRole | null;
  registered: boolean;
}

/** The first line of every service that acts inside an event on behalf of those who run it. */
@Injectable()
export class EventAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** The actor's role in the event, or null. The first organizer of the installation stands in as owner everywhere. */
  async roleOf(actor: Actor, eventId: string): Promise<EventRole | null> {
    return (await this.relation(actor, eventId))?.role ?? null;
  }

  /**
   * Returns the actor's role when it is one of `roles`.
   * @throws DomainError `not_found` for whoever has nothing to do with the event (whether there is one stays unsaid),
   * `not_allowed` for its attendees and for helpers with another role
   */
  async require(actor: Actor, eventId: string, ...roles: EventRole[]): Promise<EventRole> {
    const relation = await this.relation(actor, eventId);
    if (relation === null || (relation.role === null && !relation.registered)) throw new DomainError('not_found');
    if (relation.role === null || !roles.includes(relation.role)) throw new DomainError('not_allowed');
    return relation.role;
  }

  /** null: there is no such event. */
  private async relation(actor: Actor, eventId: string): Promise<Relation | null> {
    const rows: Relation[] = await this.dataSource.query(
      `SELECT helper.role, EXISTS (SELECT FROM registrations WHERE event_id = event.id AND account_id = $2) AS registered
       FROM events event LEFT JOIN event_roles helper ON helper.event_id = event.id AND helper.account_id = $2
       WHERE event.id = $1`,
      [eventId, actor.accountId],
    );
    const found = rows[0];
    if (found === undefined) return null;
    return actor.siteRole === 'first' ? { ...found, role: 'owner' } : found;
  }
}
