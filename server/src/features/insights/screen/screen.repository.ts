import { Injectable } from '@nestjs/common';
import type { ScreenView } from '@teabreak/shared';
import { DataSource } from 'typeorm';

/** What fits on a wall. */
const PEOPLE_SHOWN = 500;
const ARRIVALS_SHOWN = 6;
/** Only who is here, agreed to the screen, and hides from nobody on the board (B4, P1). */
const MAY_BE_SHOWN = `person.status = 'confirmed' AND person.checked_in_at IS NOT NULL
  AND person.consent_take_part AND person.consent_screen AND person.board_level = 'everyone'`;

@Injectable()
export class ScreenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. */
  async people(eventId: string): Promise<ScreenView['people']> {
    return this.dataSource.query(
      `SELECT person.id, person.name,
         CASE WHEN goal.kind IS NULL THEN NULL
           ELSE json_build_object('kind', goal.kind, 'seeks', goal.seeks, 'offers', goal.offers, 'sentence', goal.sentence) END AS goal
       FROM registrations person LEFT JOIN goals goal ON goal.registration_id = person.id
       WHERE person.event_id = $1 AND ${MAY_BE_SHOWN}
       ORDER BY person.checked_in_at DESC, person.id LIMIT ${PEOPLE_SHOWN}`,
      [eventId],
    );
  }

  /** The newest first. */
  async arrivals(eventId: string, since: Date): Promise<ScreenView['arrivals']> {
    const rows: { id: string; name: string; at: Date }[] = await this.dataSource.query(
      `SELECT person.id, person.name, person.checked_in_at AS at FROM registrations person
       WHERE person.event_id = $1 AND person.checked_in_at > $2 AND ${MAY_BE_SHOWN}
       ORDER BY person.checked_in_at DESC, person.id LIMIT ${ARRIVALS_SHOWN}`,
      [eventId, since],
    );
    return rows.map(({ at, ...who }) => ({ ...who, at: at.toISOString() }));
  }

  async counts(eventId: string): Promise<Pick<ScreenView, 'checkedIn' | 'free'>> {
    const rows: Pick<ScreenView, 'checkedIn' | 'free'>[] = await this.dataSource.query(
      `SELECT count(*)::int AS "checkedIn", count(*) FILTER (WHERE presence = 'free')::int AS free
       FROM registrations WHERE event_id = $1 AND status = 'confirmed' AND checked_in_at IS NOT NULL`,
      [eventId],
    );
    return rows[0] as Pick<ScreenView, 'checkedIn' | 'free'>;
  }
}
