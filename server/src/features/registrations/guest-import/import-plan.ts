import type { RegistrationStatus } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { cleanLine, fold } from '../../../common/text-fold.js';
import type { GuestRow, Remark } from '../guest-row.js';
import type { ImportedGuest } from '../registration.entity.js';

/** What the database knows of a guest. */
export interface KnownGuest {
  id: string;
  externalId: string | null;
  accountId: string | null;
  status: RegistrationStatus;
  checkedIn: boolean;
  name: string;
  headline: string;
  company: string;
  email: string | null;
  phone: string | null;
  imported: ImportedGuest | null;
}
/** What an import writes; `id` null: a new guest. */
export interface PlannedGuest {
  id: string | null;
  externalId: string | null;
  status: RegistrationStatus;
  /** Wanted a seat and found none. */
  waits: boolean;
  name: string;
  headline: string;
  company: string;
  email: string | null;
  phone: string | null;
  imported: ImportedGuest;
  registeredAt: string | null;
}
export interface ImportPlan {
  created: PlannedGuest[];
  updated: PlannedGuest[];
  /** Claimed guests who get the list's number, so that it finds them next time; nothing else of theirs is touched. */
  numbered: { id: string; externalId: string }[];
  unchanged: number;
  /** Change of `events.taken`. */
  seats: number;
  remarks: Remark[];
}

/**
 * Decides what becomes of each row of a guest list (E5). A guest is known by the list's own number, else by e-mail, else by
 * name and phone. What belongs to a person who has claimed the place is never overwritten; a status only where the list
 * itself changed it since its last import, so that an organizer's decision here outlives the next upload.
 * `free`: seats left, or null without a limit.
 */
export function planImport(rows: readonly GuestRow[], known: readonly KnownGuest[], free: number | null): ImportPlan {
  const plan: ImportPlan = { created: [], updated: [], numbered: [], unchanged: 0, seats: 0, remarks: [] };
  const find = finder(known);
  for (const row of rows) {
    const guest = find(row);
    if (guest?.accountId) {
      if (guest.externalId === null && row.externalId !== null)
        plan.numbered.push({ id: guest.id, externalId: row.externalId });
      plan.unchanged += 1;
      continue;
    }
    const planned = { ...content(row, guest), ...seat(row, guest, free === null || plan.seats < free) };
    if (planned.status === 'confirmed' && guest?.status !== 'confirmed') plan.seats += 1;
    if (planned.status !== 'confirmed' && guest?.status === 'confirmed') plan.seats -= 1;
    if (planned.waits)
      plan.remarks.push({ line: row.line, column: null, code: 'waitlisted_full', value: row.name, params: {} });
    if (guest === null) plan.created.push(planned);
    else if (differs(planned, guest)) plan.updated.push(planned);
    else plan.unchanged += 1;
  }
  return plan;
}

function seat(
  row: GuestRow,
  guest: KnownGuest | null,
  isFree: boolean,
): { status: RegistrationStatus; waits: boolean } {
  const listed = row.status ?? 'confirmed';
  const decided = guest !== null && (guest.checkedIn || listed === (guest.imported?.status ?? null));
  const wanted = decided ? guest.status : listed;
  if (wanted !== 'confirmed' || guest?.status === 'confirmed' || isFree) return { status: wanted, waits: false };
  return { status: 'waitlisted', waits: true };
}

function content(row: GuestRow, guest: KnownGuest | null): Omit<PlannedGuest, 'status' | 'waits'> {
  const { name, company, jobTitle, email, phone, wechat, goal, commonalities, registeredAt } = row;
  return {
    id: guest?.id ?? null,
    externalId: row.externalId ?? guest?.externalId ?? null,
    name,
    headline: cleanLine([jobTitle, company].filter((part) => part !== '').join(' · '), LIMITS.headline),
    company,
    email: email ?? guest?.email ?? null,
    phone: phone ?? guest?.phone ?? null,
    imported: {
      // The mail address first: an account's first contact is the one by which its owner comes back.
      contacts: [
        ...(email === null ? [] : [{ kind: 'email' as const, value: email }]),
        ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone }]),
        ...(wechat === null ? [] : [{ kind: 'wechat' as const, value: wechat }]),
      ],
      commonalities,
      goal: goalOf(goal),
      status: row.status ?? 'confirmed',
    },
    registeredAt,
  };
}

/** Somebody who only wrote what they seek has a goal; without any word there is none. */
function goalOf({ kind, seeks, offers, sentence }: GuestRow['goal']): ImportedGuest['goal'] {
  const empty = kind === null && seeks.length === 0 && offers.length === 0 && sentence === '';
  return empty ? null : { kind: kind ?? 'curious', seeks, offers, sentence };
}

function differs(planned: PlannedGuest, guest: KnownGuest): boolean {
  const { registeredAt: _, waits: __, ...now } = planned;
  const { accountId: ___, checkedIn: ____, ...before } = guest;
  return canonical(now) !== canonical(before);
}

/** The database returns a JSON object with its keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Each known guest is found once: two rows are never the same person here, the reader has sorted those out. */
function finder(known: readonly KnownGuest[]): (row: GuestRow) => KnownGuest | null {
  const keys = new Map<string, KnownGuest>();
  for (const guest of known) {
    for (const key of keysOf(guest)) if (!keys.has(key)) keys.set(key, guest);
  }
  const taken = new Set<string>();
  return (row) => {
    const guest = keysOf(row)
      .map((key) => keys.get(key))
      .find((candidate) => candidate !== undefined && !taken.has(candidate.id));
    if (guest) taken.add(guest.id);
    return guest ?? null;
  };
}

function keysOf({
  externalId,
  email,
  phone,
  name,
}: Pick<KnownGuest, 'externalId' | 'email' | 'phone' | 'name'>): string[] {
  return [
    ...(externalId === null ? [] : [`id ${externalId}`]),
    ...(email === null ? [] : [`mail ${fold(email)}`]),
    ...(phone === null ? [] : [`phone ${phone} ${fold(name)}`]),
  ];
}
