import type { CommonalityKind, GoalKind, RegistrationStatus } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { normaliseContact } from '../../common/contact.js';
import { cleanLine, halfWidth } from '../../common/text-fold.js';
import type { CsvRecord } from './csv-table.js';
import type { GuestField } from './guest-columns.js';
import type { GuestRemarkCode, GuestRemarkParams } from './guest-remark-messages.js';
import { goalKind, instant, joinName, languages, registrationStatus, splitList, tidyName } from './guest-values.js';

export type GuestRow = {
  line: number;
  externalId: string | null;
  order: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  wechat: string | null;
  company: string;
  jobTitle: string;
  status: RegistrationStatus | null;
  registeredAt: string | null;
  goal: { kind: GoalKind | null; seeks: string[]; offers: string[]; sentence: string };
  commonalities: { kind: CommonalityKind; value: string }[];
};

/** `column` is the header as written; `value` what stood there, cut to 80 characters. */
export type Remark = {
  line: number;
  column: string | null;
  code: GuestRemarkCode;
  value: string | null;
  params: GuestRemarkParams;
};

const QUOTED_VALUE = 80;
const FORMULA = /^[\s\p{Cf}]*(?:=|@|[+-](?=[^\d\s(]))/u;
const MARKUP = /<[a-z!/][^>]*>/iu;
const LISTS: readonly (readonly [GuestField, CommonalityKind])[] = [
  ['hometown', 'hometown'],
  ['ancestralHome', 'ancestral-home'],
  ['livesIn', 'lives-in'],
  ['school', 'school'],
  ['company', 'company'],
  ['industry', 'industry'],
];

/** Reads the records of one file. Nothing is lost in silence: whatever is changed or left out leaves a remark. */
export class GuestRowReader {
  private readonly columns = new Map<GuestField, number>();

  constructor(
    private readonly headers: readonly string[],
    fields: readonly (GuestField | null)[],
    private readonly timeZone: string,
  ) {
    fields.forEach((field, at) => {
      if (field !== null) this.columns.set(field, at);
    });
  }

  read(record: CsvRecord): { row: GuestRow | null; remarks: Remark[] } {
    const cells = new Cells(record, this.headers, this.columns);
    const row = this.unreadable(cells, record) ? null : this.row(cells);
    const rejected =
      row === null || cells.remarks.some(({ code }) => code === 'invalid_email' || code === 'missing_name');
    return { row: rejected ? null : row, remarks: cells.remarks };
  }

  private unreadable(cells: Cells, { cells: found, fault }: CsvRecord): boolean {
    if (fault !== undefined) cells.say(fault, null, found.join(','));
    else if (
      found.length < this.headers.length ||
      found.slice(this.headers.length).some((cell) => cell.trim() !== '')
    ) {
      cells.say('wrong_column_count', null, found.join(','), { found: found.length, expected: this.headers.length });
    } else return false;
    return true;
  }

  private row(cells: Cells): GuestRow {
    const name = readName(cells);
    const email = cells.contact('email');
    const phone = cells.contact('phone');
    const wechat = cells.contact('wechat');
    if (email === null && phone === null && wechat === null) cells.say('no_contact', null, null);
    return {
      line: cells.line,
      externalId: halfWidth(cells.raw('externalId')).slice(0, 120) || null,
      order: halfWidth(cells.raw('order')).slice(0, 120) || null,
      name,
      email,
      phone,
      wechat,
      company: cells.text('company', LIMITS.commonalityValue),
      jobTitle: cells.text('jobTitle', LIMITS.commonalityValue),
      status: cells.known('status', registrationStatus, 'unknown_status'),
      registeredAt: this.date(cells),
      goal: {
        kind: cells.known('goalKind', goalKind, 'unknown_goal'),
        seeks: cells.tags('seeks'),
        offers: cells.tags('offers'),
        sentence: cells.text('sentence', LIMITS.sentence),
      },
      commonalities: commonalities(cells),
    };
  }

  private date(cells: Cells): string | null {
    const typed = cells.raw('registeredAt');
    if (typed === '') return null;
    const date = instant(typed, this.timeZone);
    if (date !== null && date !== 'ambiguous') return date;
    cells.say(date === null ? 'invalid_date' : 'ambiguous_date', 'registeredAt', typed);
    return null;
  }
}

/** The cells of one record by field, and what there is to say about them. */
class Cells {
  readonly remarks: Remark[] = [];
  readonly line: number;

  constructor(
    private readonly record: CsvRecord,
    private readonly headers: readonly string[],
    private readonly columns: ReadonlyMap<GuestField, number>,
  ) {
    this.line = record.line;
  }

  say(code: GuestRemarkCode, field: GuestField | null, value: string | null, params: GuestRemarkParams = {}): void {
    const column = field === null ? null : (this.headers[this.columns.get(field) ?? -1] ?? null);
    const quoted = value === null ? null : cleanLine(value, QUOTED_VALUE);
    if (this.remarks.some((remark) => remark.code === code && remark.column === column)) return;
    this.remarks.push({ line: this.line, column, code, value: quoted, params });
  }

  has(field: GuestField): boolean {
    return this.columns.has(field);
  }

  raw(field: GuestField): string {
    const at = this.columns.get(field);
    return at === undefined ? '' : (this.record.cells[at] ?? '').trim();
  }

  text(field: GuestField, limit: number): string {
    return this.fitted(field, this.raw(field), limit);
  }

  fitted(field: GuestField, typed: string, limit: number): string {
    const whole = cleanLine(typed, typed.length);
    if (FORMULA.test(whole)) this.say('formula_text', field, whole);
    if (MARKUP.test(whole)) this.say('markup_text', field, whole);
    if (whole.length > limit) this.say('shortened', field, whole, { length: whole.length, limit });
    return cleanLine(whole, limit);
  }

  known<T>(field: GuestField, meaning: (text: string) => T | null, unknown: GuestRemarkCode): T | null {
    const typed = this.raw(field);
    const known = typed === '' ? null : meaning(typed);
    if (typed !== '' && known === null) this.say(unknown, field, typed);
    return known;
  }

  tags(field: 'seeks' | 'offers'): string[] {
    const list = splitList(this.raw(field));
    const limit = LIMITS.tags;
    if (list.length > limit) this.say('too_many_tags', field, this.raw(field), { count: list.length, limit });
    return list.slice(0, limit).map((tag) => this.fitted(field, tag, LIMITS.tag));
  }

  contact(kind: 'email' | 'phone' | 'wechat'): string | null {
    const typed = this.raw(kind);
    if (typed === '') return null;
    const contact = normaliseContact(kind, typed);
    if (!contact.ok) {
      if (contact.reason !== 'required') this.say(kind === 'email' ? 'invalid_email' : 'invalid_phone', kind, typed);
      return null;
    }
    if (contact.warning !== undefined) this.say(contact.warning, kind, typed);
    return contact.value.length > LIMITS.contact ? this.fitted(kind, contact.value, LIMITS.contact) : contact.value;
  }
}

function readName(cells: Cells): string {
  const typed = cells.text('name', LIMITS.name);
  if (typed !== '') return tidyName(typed);
  const parts = joinName(cells.text('firstName', LIMITS.name), cells.text('lastName', LIMITS.name));
  const name = cells.fitted('name', parts, LIMITS.name);
  if (name === '') cells.say('missing_name', 'name', null);
  else if (cells.has('name')) cells.say('name_from_parts', 'name', name);
  return name;
}

function commonalities(cells: Cells): GuestRow['commonalities'] {
  const listed = (field: GuestField, items: GuestRow['commonalities']) =>
    items.map(({ kind, value }) => ({ kind, value: cells.fitted(field, value, LIMITS.commonalityValue) }));
  const several = (field: GuestField, kind: CommonalityKind) =>
    listed(
      field,
      splitList(cells.raw(field)).map((value) => ({ kind, value })),
    );
  const all = [
    ...LISTS.map(([field, kind]) => ({ kind, value: cells.text(field, LIMITS.commonalityValue) })),
    ...listed('languages', languages(cells.raw('languages'))),
    ...several('learns', 'learns'),
    ...several('interests', 'interest'),
  ].filter(({ value }) => value !== '');
  const limit = LIMITS.commonalities;
  if (all.length > limit) cells.say('too_many_tags', 'interests', cells.raw('interests'), { count: all.length, limit });
  return all.slice(0, limit);
}
