import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

const SEATS = `SELECT ${eventOf('e')}, o.number AS round, o.starts_at AS "startsAt", s.table_no AS "table", s.attendance,
    coalesce((SELECT json_agg(r.name ORDER BY x.seat_no) FROM round_seats x JOIN registrations r ON r.id = x.registration_id
      WHERE x.round_id = s.round_id AND x.table_no = s.table_no AND x.registration_id <> s.registration_id), '[]') AS "with",
    ${keyOf('o.starts_at', 'o.id')}
  FROM round_seats s JOIN rounds o ON o.id = s.round_id AND o.phase <> 'cancelled' JOIN events e ON e.id = s.event_id
  JOIN registrations own ON own.id = s.registration_id WHERE own.account_id = $1`;

const LEFT = `SELECT ${eventOf('e')}, x.why, x.at, ${keyOf('x.at', 'x.series_id')}
  FROM round_outs x JOIN events e ON e.id = x.event_id JOIN registrations own ON own.id = x.registration_id WHERE own.account_id = $1`;

const PAIRS = { kept: 'who met whom at which table stays counted; the seat has no name' } as const;
const OF_THE_BREAK = {
  exported: { not: 'of the break: whoever runs the event sees it there' },
  afterwards: { kept: 'names nobody' },
} as const;

@Injectable()
export class RoundsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    round_series: OF_THE_BREAK,
    rounds: OF_THE_BREAK,
    round_holds: OF_THE_BREAK,
    round_seats: { exported: 'rounds', afterwards: PAIRS },
    round_meetings: { exported: 'rounds', afterwards: PAIRS },
    round_outs: { exported: 'roundsLeft', afterwards: PAIRS },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    return [
      { name: 'rounds', rows: inPages(this.dataSource, SEATS, [accountId]) },
      { name: 'roundsLeft', rows: inPages(this.dataSource, LEFT, [accountId]) },
    ];
  }
}
