import { Injectable } from '@nestjs/common';
import type { CheckInAnswer } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';

export interface Scan {
  scanId: string;
  eventId: string;
  registrationId: string;
  byAccountId: string;
  gate: string;
  result: CheckInAnswer['result'];
  at: Date;
}

@Injectable()
export class CheckInRepository {
  /** What a scan that has come before was answered, for this very registration or another. */
  async findScan(manager: EntityManager, scanId: string): Promise<Pick<Scan, 'registrationId' | 'result'> | null> {
    const rows: Pick<Scan, 'registrationId' | 'result'>[] = await manager.query(
      'SELECT registration_id AS "registrationId", result FROM check_in_scans WHERE scan_id = $1',
      [scanId],
    );
    return rows[0] ?? null;
  }

  async recordScan(manager: EntityManager, scan: Scan): Promise<void> {
    await manager.query(
      `INSERT INTO check_in_scans (scan_id, event_id, registration_id, by_account_id, gate, result, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [scan.scanId, scan.eventId, scan.registrationId, scan.byAccountId, scan.gate, scan.result, scan.at],
    );
  }

  async checkIn(manager: EntityManager, id: string, gate: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE registrations SET checked_in_at = $2, check_in_gate = $3, presence = 'free', place_id = NULL, updated_at = now() WHERE id = $1`,
      [id, at, gate],
    );
  }

  async undo(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE registrations SET checked_in_at = NULL, check_in_gate = '', presence = 'free', place_id = NULL, updated_at = now() WHERE id = $1`,
      [id],
    );
  }
}
