/** One record of the file. `line` is the physical line it starts on, counted from 1; a quoted cell may span lines. */
export type CsvRecord = { line: number; cells: string[]; fault?: 'stray_quote' | 'unclosed_quote' };

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/**
 * The text of a table in whatever encoding spreadsheets write: UTF-8 or UTF-16 with their marks, else UTF-8, else the
 * Chinese or Western one, whichever the bytes look like. Null for what is no text (a zip, a picture).
 */
export function decodeTable(bytes: Uint8Array): string | null {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? decode('utf-16le', bytes)
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? decode('utf-16be', bytes)
        : (decode('utf-8', bytes) ?? decode(looksWestern(bytes) ? 'windows-1252' : 'gb18030', bytes));
  return text === null || text.includes('\0') || text.startsWith('PK\u0003') ? null : text;
}

/** Records of RFC 4180, but damage stays on its line: a stray or unclosed quote spoils one record, never the rest. */
export function readRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const separator = /^sep=([,;\t])\r?\n/iu.exec(text);
  const delimiter = (separator?.[1] as Delimiter | undefined) ?? likelyDelimiter(text);
  let at = separator?.[0].length ?? 0;
  let line = separator === null ? 1 : 2;
  while (at < text.length) {
    const { record, end } = readRecord(text, at, line, delimiter);
    records.push(record);
    line += countLineEnds(text, at, end);
    at = end;
  }
  return records.filter(({ cells, fault }) => fault !== undefined || cells.some((cell) => cell.trim() !== ''));
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Chinese encodings write bytes above 127 in pairs; é and ü stand alone between ASCII letters. */
function looksWestern(bytes: Uint8Array): boolean {
  let lone = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at++) {
    const start = at;
    while ((bytes[at] ?? 0) > 127) at++;
    if (at - start === 1) lone++;
    else if (at > start) paired++;
  }
  return lone > paired;
}

function likelyDelimiter(text: string): Delimiter {
  const header =
    text
      .trimStart()
      .replace(/"[^"]*"/gu, '')
      .split(/[\r\n]/u, 1)[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function readRecord(
  text: string,
  start: number,
  line: number,
  delimiter: Delimiter,
): { record: CsvRecord; end: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (cell === null) return spoiled(text, start, line, delimiter, 'unclosed_quote');
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) at++;
    else if (at >= text.length || isLineEnd(text[at])) return { record: { line, cells }, end: afterLineEnd(text, at) };
    else return spoiled(text, start, line, delimiter, 'stray_quote');
  }
}

function quotedCell(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plainCell(text: string, start: number, delimiter: Delimiter): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end++;
  return { value: text.slice(start, end), end };
}

/** Gives up on the record's first line only, so that the next line is read afresh. */
function spoiled(
  text: string,
  start: number,
  line: number,
  delimiter: Delimiter,
  fault: NonNullable<CsvRecord['fault']>,
) {
  let end = start;
  while (end < text.length && !isLineEnd(text[end])) end++;
  return { record: { line, cells: text.slice(start, end).split(delimiter), fault }, end: afterLineEnd(text, end) };
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < Math.min(end, text.length); at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++;
  }
  return count;
}
