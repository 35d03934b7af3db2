import { Injectable } from '@nestjs/common';
import type { MatchWishKind, MatchWishList } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { RegistrationEntity } from '../../registrations/registration.entity.js';

type Wish = MatchWishList['wishes'][number];
/** Registrations: who said it, of whom. */
type WishRow = { reader: string; other: string; kind: MatchWishKind };

/** Where the programme has no further break, "not now" lasts this long. */
const WITHOUT_BREAK = '2 hours';
/** "Not now" also ends when any break is opened after it was said: hosts open early. $2 is now. */
const STANDS = `(w.kind <> 'not-now' OR (w.until > $2 AND NOT EXISTS (SELECT FROM agenda_items b
  WHERE b.event_id = w.event_id AND b.kind = 'break' AND b.opened_at > w.created_at)))`;

@Injectable()
export class WishesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A break that is late begins any moment: it is waited for until its planned end. */
  async put(reader: RegistrationEntity, otherId: string, kind: MatchWishKind, at: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO match_wishes (event_id, registration_id, other_id, kind, until, created_at)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'not-now' THEN coalesce(
         (SELECT min(CASE WHEN starts_at > $5 THEN starts_at ELSE ends_at END) FROM agenda_items
           WHERE event_id = $1 AND kind = 'break' AND opened_at IS NULL AND ends_at > $5),
         $5::timestamptz + interval '${WITHOUT_BREAK}') END, $5)
       ON CONFLICT (registration_id, other_id)
         DO UPDATE SET kind = excluded.kind, until = excluded.until, created_at = excluded.created_at`,
      [reader.eventId, reader.id, otherId, kind, at],
    );
  }

  /** True when there was one. */
  async remove({ id }: RegistrationEntity, otherId: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM match_wishes WHERE registration_id = $1 AND other_id = $2',
      [id, otherId],
    );
    return count > 0;
  }

  /** One reader's that still stand, the newest first; of people the reader may still see (I6, B4). */
  async of({ id, accountId }: RegistrationEntity, now: Date): Promise<Wish[]> {
    const rows: (Omit<Wish, 'until'> & { until: Date | null })[] = await this.dataSource.query(
      `SELECT r.id AS "registrationId", r.name, w.kind, w.until FROM match_wishes w JOIN registrations r ON r.id = w.other_id
       WHERE w.registration_id = $1 AND ${STANDS} AND r.status = 'confirmed' AND r.consent_take_part AND r.board_level <> 'hidden'
         AND NOT EXISTS (SELECT FROM blocks x WHERE (x.blocker_id, x.blocked_id) IN (($3::uuid, r.account_id), (r.account_id, $3::uuid)))
       ORDER BY w.created_at DESC, r.id`,
      [id, now, accountId],
    );
    return rows.map((row) => ({ ...row, until: row.until?.toISOString() ?? null }));
  }

  /** Everybody's in an event that still stand. */
  async standing(eventId: string, now: Date): Promise<WishRow[]> {
    return this.dataSource.query(
      `SELECT w.registration_id AS reader, w.other_id AS other, w.kind FROM match_wishes w
       WHERE w.event_id = $1 AND ${STANDS} ORDER BY 1, 2`,
      [eventId, now],
    );
  }
}
