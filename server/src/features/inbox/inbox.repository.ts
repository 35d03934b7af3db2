import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class InboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The end of the session that runs now; null in a break, between sessions, and where a break was opened early. */
  async sessionUntil(eventId: string, now: Date): Promise<Date | null> {
    const rows: { until: Date | null }[] = await this.dataSource.query(
      `SELECT max(ends_at) AS until FROM agenda_items session
       WHERE event_id = $1 AND kind = 'session' AND starts_at <= $2 AND ends_at > $2 AND NOT EXISTS (SELECT FROM agenda_items pause
         WHERE pause.event_id = $1 AND pause.kind = 'break' AND pause.opened_at IS NOT NULL AND pause.closed_at IS NULL)`,
      [eventId, now],
    );
    return rows[0]?.until ?? null;
  }
}
