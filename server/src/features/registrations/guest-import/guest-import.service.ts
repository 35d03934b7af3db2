import { Injectable } from '@nestjs/common';
import type { GuestImportReport, Locale } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { cleanLine } from '../../../common/text-fold.js';
import { inTransaction } from '../../../database/transaction.js';
import { EventAccess } from '../../events/event-access.service.js';
import { EventsService } from '../../events/events.service.js';
import { presentRemarks, readGuestCsv } from '../guest-csv.js';
import { MAY_MANAGE_GUESTS } from '../registrations.policy.js';
import { SeatsService } from '../seats.service.js';
import { GuestImportRepository, type ReportRow, type StoredReport } from './guest-import.repository.js';
import { planImport } from './import-plan.js';

export interface Upload {
  fileName: string;
  bytes: Buffer;
}

/** Guest lists come in by CSV (E5): all good rows or none of them, and a report that names every other line. */
@Injectable()
export class GuestImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: GuestImportRepository,
    private readonly seats: SeatsService,
    private readonly events: EventsService,
    private readonly access: EventAccess,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** `receive` reads the upload; it is called once the actor is known to be allowed. @throws DomainError `csv_unreadable`, `csv_no_name_column`, `too_large` */
  async import(
    actor: Actor,
    eventId: string,
    receive: () => Promise<Upload>,
    locale: Locale,
  ): Promise<GuestImportReport> {
    await this.access.require(actor, eventId, ...MAY_MANAGE_GUESTS);
    const event = await this.events.find(eventId);
    if (event === null) throw new DomainError('not_found');
    const { fileName, bytes } = await receive();
    const list = readGuestCsv(bytes, event.timeZone);
    if (!list.ok) throw new DomainError(list.reason, { field: 'file', params: { limit: '2 MB' } });
    const now = this.clock.now();
    const row = await inTransaction(this.dataSource, async (manager): Promise<ReportRow> => {
      const seated = await this.seats.lock(manager, eventId);
      if (seated === null) throw new DomainError('not_found');
      const free = seated.capacity === null ? null : seated.capacity - seated.taken;
      const plan = planImport(list.rows, await this.repository.known(manager, eventId), free);
      await this.repository.insert(manager, eventId, plan.created, now);
      await this.repository.update(manager, plan.updated);
      await this.repository.setExternalIds(manager, plan.numbered);
      await this.seats.addTaken(manager, eventId, plan.seats);
      const report: StoredReport = {
        fileName: cleanLine(fileName, 120),
        rowsRead: list.rowsRead,
        created: plan.created.length,
        updated: plan.updated.length,
        unchanged: plan.unchanged,
        rejected: list.rejected,
        columns: list.columns,
        remarks: [...list.remarks, ...plan.remarks].sort((a, b) => a.line - b.line),
      };
      const id = await this.repository.insertReport(manager, eventId, actor.accountId, report, now);
      return { id, createdAt: now, report };
    });
    this.domainEvents.emit('guests:changed', { eventId });
    return present(row, locale);
  }

  /** Newest first. */
  async list(actor: Actor, eventId: string, locale: Locale): Promise<GuestImportReport[]> {
    await this.access.require(actor, eventId, ...MAY_MANAGE_GUESTS);
    return (await this.repository.reports(eventId)).map((row) => present(row, locale));
  }
}

function present({ id, createdAt, report }: ReportRow, locale: Locale): GuestImportReport {
  return { id, createdAt: createdAt.toISOString(), ...report, remarks: presentRemarks(report.remarks, locale) };
}
