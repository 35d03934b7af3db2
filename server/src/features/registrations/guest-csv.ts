import type { GuestImportReport, Locale } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { type CsvRecord, decodeTable, readRecords } from './csv-table.js';
import { type GuestField, mapColumns } from './guest-columns.js';
import {
  type GuestRemarkCode,
  type GuestRemarkParams,
  remarkMessage,
  remarkSeverity,
} from './guest-remark-messages.js';
import { type GuestRow, GuestRowReader, type Remark } from './guest-row.js';

export type GuestColumns = GuestImportReport['columns'];
export type GuestCsv =
  | {
      ok: true;
      columns: GuestColumns;
      rows: GuestRow[];
      remarks: Remark[];
      /** Records below the header, empty ones not counted. */
      rowsRead: number;
      rejected: number;
    }
  | { ok: false; reason: 'csv_unreadable' | 'csv_no_name_column' | 'too_large' };

/**
 * Reads a guest list (E5): Luma, Eventbrite or a plain spreadsheet, English or Chinese. Good rows come back ready to be
 * imported; everything else is said in `remarks`, in the order of the file's lines. `timeZone` is for dates without one.
 */
export function readGuestCsv(bytes: Uint8Array, timeZone: string): GuestCsv {
  if (bytes.length > LIMITS.csvBytes) return { ok: false, reason: 'too_large' };
  const text = decodeTable(bytes);
  const [header, ...records] = text === null ? [] : readRecords(text);
  if (header === undefined || header.fault !== undefined) return { ok: false, reason: 'csv_unreadable' };
  const headers = header.cells.map((cell) => cell.trim());
  const fields = mapColumns(headers);
  if (!['name', 'firstName', 'lastName'].some((field) => fields.includes(field as GuestField))) {
    return { ok: false, reason: headers.length < 2 && records.length === 0 ? 'csv_unreadable' : 'csv_no_name_column' };
  }

  const remarks = headerRemarks(header, headers, fields);
  const reader = new GuestRowReader(headers, fields, timeZone);
  const firsts = new Map<string, GuestRow>();
  const rows: GuestRow[] = [];
  for (const record of records.slice(0, LIMITS.csvRows)) {
    const read = reader.read(record);
    const repeated = read.row === null ? null : repetition(read.row, firsts);
    remarks.push(...(repeated === null ? read.remarks : [repeated]));
    if (read.row === null || repeated !== null) continue;
    for (const key of identities(read.row)) firsts.set(key, read.row);
    rows.push(read.row);
  }
  const beyond = records[LIMITS.csvRows];
  if (beyond !== undefined) {
    remarks.push({
      line: beyond.line,
      column: null,
      code: 'too_many_rows',
      value: null,
      params: { limit: LIMITS.csvRows },
    });
  }
  return {
    ok: true,
    columns: headers.map((name, at) => ({ header: name, field: fields[at] ?? null })),
    rows,
    remarks,
    rowsRead: records.length,
    rejected: records.length - rows.length,
  };
}

/** Remarks as the report shows them, in the reader's language. */
export function presentRemarks(remarks: readonly Remark[], locale: Locale): GuestImportReport['remarks'] {
  return remarks.map(({ line, column, code, value, params }) => ({
    line,
    column,
    severity: remarkSeverity(code),
    code,
    value,
    message: remarkMessage(code, params, locale),
  }));
}

function headerRemarks(
  header: CsvRecord,
  headers: readonly string[],
  fields: readonly (GuestField | null)[],
): Remark[] {
  const remark = (code: GuestRemarkCode, column: string, params: GuestRemarkParams = {}): Remark => ({
    line: header.line,
    column,
    code,
    value: null,
    params,
  });
  return headers.flatMap((name, at) => [
    ...(fields[at] === 'checkedInAt' ? [remark('check_in_ignored', name)] : []),
    ...(name !== '' && headers.indexOf(name) < at ? [remark('column_repeated', name)] : []),
  ]);
}

/** E-mail says who somebody is; only where there is none do the list's own number or name and phone. */
function identities(row: GuestRow): string[] {
  const own = row.externalId === null ? [] : [`id ${row.externalId}`];
  if (row.email !== null) return [`mail ${row.email}`, ...own];
  return row.phone === null ? own : [...own, `phone ${row.phone} ${row.name}`];
}

function repetition(row: GuestRow, firsts: ReadonlyMap<string, GuestRow>): Remark | null {
  const first = identities(row)
    .map((key) => firsts.get(key))
    .find((known) => known !== undefined);
  if (first === undefined) return null;
  const sameName = first.name === row.name;
  const ticket = row.order !== null && row.order === first.order && row.externalId !== first.externalId;
  const code =
    ticket && sameName ? 'second_ticket' : sameName || row.email !== first.email ? 'duplicate_row' : 'email_of_another';
  const value = row.email ?? row.externalId ?? row.phone;
  return { line: row.line, column: null, code, value, params: { first: first.line, name: first.name } };
}
