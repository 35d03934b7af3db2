import { Injectable } from '@nestjs/common';
import { type MatchSettings, type MatchSettingsAnswer, type MeetingRule, NEUTRAL_WEIGHTS } from '@teabreak/shared';
import { DataSource } from 'typeorm';

interface SettingsRow {
  goals: number;
  inCommon: number;
  newCircles: number;
  rules: MeetingRule[];
  updatedAt: Date;
  updatedBy: string | null;
}

@Injectable()
export class SettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Neutral where nobody has set anything. */
  async of(eventId: string): Promise<MatchSettingsAnswer> {
    const rows: SettingsRow[] = await this.dataSource.query(
      `SELECT s.goals, s.in_common AS "inCommon", s.new_circles AS "newCircles", s.rules, s.updated_at AS "updatedAt",
         a.name AS "updatedBy"
       FROM match_settings s LEFT JOIN accounts a ON a.id = s.updated_by WHERE s.event_id = $1`,
      [eventId],
    );
    const [row] = rows;
    if (row === undefined) return { weights: NEUTRAL_WEIGHTS, rules: [], updatedAt: null, updatedBy: null };
    const { rules, updatedAt, updatedBy, ...weights } = row;
    return { weights, rules, updatedAt: updatedAt.toISOString(), updatedBy };
  }

  async save(eventId: string, { weights, rules }: MatchSettings, accountId: string, at: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO match_settings (event_id, goals, in_common, new_circles, rules, updated_by, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (event_id) DO UPDATE SET goals = excluded.goals, in_common = excluded.in_common,
         new_circles = excluded.new_circles, rules = excluded.rules, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
      [eventId, weights.goals, weights.inCommon, weights.newCircles, JSON.stringify(rules), accountId, at],
    );
  }
}
