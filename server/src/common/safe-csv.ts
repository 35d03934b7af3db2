import { stringify } from 'csv-stringify/sync';

/** What makes a spreadsheet calculate, also as full-width character or behind white space and controls. */
const STARTS_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\p{Cc}]/u;

export type CsvCell = string | number | boolean | null;

/**
 * Rows as a CSV file that every spreadsheet opens as text (E5): UTF-8 with the mark that makes Excel see it, CRLF, and
 * a ' before whatever would be run as a formula. Numbers stay numbers.
 */
export function safeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { bom: true, record_delimiter: 'windows', quoted_match: /[;\t\r\n]/u },
  );
}

function safeCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
}
