import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RoundPerson } from './round-people.repository.js';

/** Somebody who is to meet somebody else while the talks of a round run. */
export interface Appointment extends RoundPerson {
  with: string;
  placeName: string;
  until: Date;
}

/**
 * Meetings that two people agreed to (I7) and that fall into a round. They were promised first: who is in one sits the round out, and
 * nothing has to be moved. A meeting that shares no more than two minutes with the talks is no reason to.
 */
@Injectable()
export class AppointmentsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By name. */
  during(
    eventId: string,
    talks: { startsAt: Date; endsAt: Date },
    manager = this.dataSource.manager,
  ): Promise<Appointment[]> {
    return manager.query(
      `SELECT person.id AS "registrationId", person.name, other.name AS "with", coalesce(place.name, event.venue) AS "placeName",
         meeting.until
       FROM introduction_seats seat
       JOIN introductions i ON i.id = seat.introduction_id AND i.state = 'agreed'
       JOIN agenda_items pause ON pause.id = seat.break_id
       JOIN events event ON event.id = seat.event_id
       JOIN registrations person ON person.event_id = seat.event_id AND person.account_id = seat.account_id
       JOIN registrations other ON other.id = CASE i.requester_id WHEN person.id THEN i.target_id ELSE i.requester_id END
       LEFT JOIN places place ON place.id = i.place_id
       CROSS JOIN LATERAL (SELECT pause.starts_at + make_interval(mins => seat.slot * 10) AS since,
         pause.starts_at + make_interval(mins => (seat.slot + 1) * 10) AS until) meeting
       WHERE seat.event_id = $1 AND least(meeting.until, $3::timestamptz) - greatest(meeting.since, $2::timestamptz)
         > least(interval '2 minutes', ($3::timestamptz - $2::timestamptz) / 2)
       ORDER BY person.sort_key, person.id`,
      [eventId, talks.startsAt, talks.endsAt],
    );
  }
}
