import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type {
  AgendaKind,
  CommonalityKind,
  ContactKind,
  EventRole,
  GoalKind,
  Locale,
  Presence,
  RegistrationStatus,
  SiteRole,
  Visibility,
} from '@teabreak/shared';
import type { DataSource } from 'typeorm';
import { sessionCookieName } from '../src/common/session-cookie.js';

/**
 * Rows written straight into the tables, so that a test starts where it wants and does not depend on other features'
 * routes. Every function builds the parents it needs and returns what a test asks for afterwards.
 */
export type Database = Pick<DataSource, 'query'>;

const HOUR = 3_600_000;
let serial = 0;

export interface TestAccount {
  accountId: string;
  name: string;
  sessionId: string;
  /** Value of a Cookie header: this account signed in. */
  cookie: string;
}
export interface TestEvent {
  eventId: string;
  slug: string;
  title: string;
}
/** A person in an event: signed in and registered. */
export interface TestAttendee extends TestAccount {
  eventId: string;
  registrationId: string;
}

export interface AccountOptions {
  name?: string;
  email?: string | null;
  locale?: Locale;
  siteRole?: SiteRole;
}
export async function createAccount(db: Database, options: AccountOptions = {}): Promise<TestAccount> {
  const name = options.name ?? `Person ${++serial}`;
  const email = options.email ?? null;
  const rows: { id: string }[] = await db.query(
    `INSERT INTO accounts (name, email, email_verified_at, locale, site_role)
     VALUES ($1, $2::text, CASE WHEN $2::text IS NULL THEN NULL ELSE now() END, $3, $4) RETURNING id`,
    [name, email, options.locale ?? 'en', options.siteRole ?? 'none'],
  );
  const accountId = rows[0]!.id;
  return { accountId, name, ...(await openSession(db, accountId)) };
}

/** Signs an account in on one more device. */
export async function openSession(db: Database, accountId: string): Promise<{ sessionId: string; cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  const rows: { id: string }[] = await db.query(
    `INSERT INTO sessions (account_id, token_hash, device, expires_at) VALUES ($1, $2, 'test', now() + interval '30 days') RETURNING id`,
    [accountId, createHash('sha256').update(token).digest()],
  );
  return { sessionId: rows[0]!.id, cookie: `${sessionCookieName(false)}=${token}` };
}

export interface EventOptions {
  title?: string;
  slug?: string;
  description?: string;
  timeZone?: string;
  /** Default: an hour ago. */
  startsAt?: Date;
  /** Default: in three hours. */
  endsAt?: Date;
  venue?: string;
  capacity?: number | null;
  requiresApproval?: boolean;
  /** Becomes the owner; default: a new account. */
  ownerId?: string;
}
export async function createEvent(db: Database, options: EventOptions = {}): Promise<TestEvent & { ownerId: string }> {
  const title = options.title ?? `Mixer ${++serial}`;
  const slug = options.slug ?? `mixer-${randomBytes(6).toString('hex')}`;
  const ownerId = options.ownerId ?? (await createAccount(db)).accountId;
  const rows: { id: string }[] = await db.query(
    `INSERT INTO events (slug, title, description, time_zone, starts_at, ends_at, venue, capacity, requires_approval, group_code, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      slug,
      title,
      options.description ?? '',
      options.timeZone ?? 'Asia/Shanghai',
      options.startsAt ?? new Date(Date.now() - HOUR),
      options.endsAt ?? new Date(Date.now() + 3 * HOUR),
      options.venue ?? 'Tea House, Jing’an',
      options.capacity ?? null,
      options.requiresApproval ?? false,
      randomBytes(8).toString('hex'),
      ownerId,
    ],
  );
  const eventId = rows[0]!.id;
  await grantRole(db, eventId, ownerId, 'owner');
  return { eventId, slug, title, ownerId };
}

export async function createScreenLink(db: Database, eventId: string): Promise<{ linkId: string; token: string }> {
  const token = randomBytes(16).toString('hex');
  const rows: { id: string }[] = await db.query(
    'INSERT INTO screen_links (event_id, hours_after_end, old_token_hash) VALUES ($1, 48, $2) RETURNING id',
    [eventId, createHash('sha256').update(token).digest()],
  );
  return { linkId: rows[0]!.id, token };
}

export async function grantRole(db: Database, eventId: string, accountId: string, role: EventRole): Promise<void> {
  await db.query(
    'INSERT INTO event_roles (event_id, account_id, role) VALUES ($1, $2, $3) ON CONFLICT (event_id, account_id) DO UPDATE SET role = $3',
    [eventId, accountId, role],
  );
}

/** A new account that helps to run the event. */
export async function createHelper(
  db: Database,
  eventId: string,
  role: EventRole,
  options: AccountOptions = {},
): Promise<TestAccount> {
  const account = await createAccount(db, options);
  await grantRole(db, eventId, account.accountId, role);
  return account;
}

export interface RegistrationOptions {
  name?: string;
  headline?: string;
  company?: string;
  recognise?: string;
  languages?: string[];
  status?: RegistrationStatus;
  source?: 'joined' | 'imported' | 'walk-in';
  email?: string | null;
  checkedIn?: boolean;
  presence?: Presence;
  placeId?: string | null;
  boardLevel?: 'everyone' | 'suggested' | 'hidden';
  /** Default: all given. */
  consents?: Partial<Record<'takePart' | 'board' | 'screen' | 'suggestions' | 'circle', boolean>>;
}
/** `accountId` null: an imported guest nobody has claimed. A confirmed one takes a seat. */
export async function createRegistration(
  db: Database,
  eventId: string,
  accountId: string | null,
  options: RegistrationOptions = {},
): Promise<{ registrationId: string; name: string }> {
  const name = options.name ?? `Guest ${++serial}`;
  const status = options.status ?? 'confirmed';
  const consents = { takePart: true, board: true, screen: true, suggestions: true, circle: true, ...options.consents };
  const rows: { id: string }[] = await db.query(
    `INSERT INTO registrations (event_id, account_id, status, source, name, headline, company, recognise, languages, email, search_keys,
       sort_key, claimed_at, checked_in_at, presence, place_id, board_level,
       consent_take_part, consent_board, consent_screen, consent_suggestions, consent_circle, on_board)
     VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, lower($5), lower($5), CASE WHEN $2::uuid IS NULL THEN NULL ELSE now() END,
       CASE WHEN $11 THEN now() ELSE NULL END, $12, $13, $14, $15, $16, $17, $18, $19,
       $11 AND $2::uuid IS NOT NULL AND $3 = 'confirmed' AND $14 = 'everyone' AND $15 AND $16) RETURNING id`,
    [
      eventId,
      accountId,
      status,
      options.source ?? (accountId === null ? 'imported' : 'joined'),
      name,
      options.headline ?? '',
      options.company ?? '',
      options.recognise ?? '',
      options.languages ?? [],
      options.email ?? null,
      options.checkedIn ?? false,
      options.presence ?? 'free',
      options.placeId ?? null,
      options.boardLevel ?? 'everyone',
      consents.takePart,
      consents.board,
      consents.screen,
      consents.suggestions,
      consents.circle,
    ],
  );
  if (status === 'confirmed') await db.query('UPDATE events SET taken = taken + 1 WHERE id = $1', [eventId]);
  return { registrationId: rows[0]!.id, name };
}

/** A signed-in person with a confirmed place in the event; with `goal`, also what they came for. */
export async function createAttendee(
  db: Database,
  eventId: string,
  options: RegistrationOptions & Pick<AccountOptions, 'locale'> & { goal?: GoalOptions } = {},
): Promise<TestAttendee> {
  const name = options.name ?? `Guest ${++serial}`;
  const account = await createAccount(db, { name, ...(options.locale && { locale: options.locale }) });
  const { registrationId } = await createRegistration(db, eventId, account.accountId, { ...options, name });
  if (options.goal) await createGoal(db, eventId, registrationId, options.goal);
  return { ...account, eventId, registrationId };
}

export interface GoalOptions {
  kind?: GoalKind;
  seeks?: string[];
  offers?: string[];
  sentence?: string;
}
export async function createGoal(
  db: Database,
  eventId: string,
  registrationId: string,
  goal: GoalOptions = {},
): Promise<void> {
  await db.query(
    'INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence) VALUES ($1, $2, $3, $4, $5, $6)',
    [registrationId, eventId, goal.kind ?? 'curious', goal.seeks ?? [], goal.offers ?? [], goal.sentence ?? ''],
  );
}

export async function createContact(
  db: Database,
  accountId: string,
  kind: ContactKind,
  value: string,
  visibility: Visibility = 'introduced',
): Promise<void> {
  await db.query(
    `INSERT INTO contacts (account_id, kind, value, visibility, position)
     VALUES ($1, $2, $3, $4, (SELECT count(*) FROM contacts WHERE account_id = $1))`,
    [accountId, kind, value, visibility],
  );
}

export async function createCommonality(
  db: Database,
  accountId: string,
  kind: CommonalityKind,
  value: string,
  visibility: Visibility = 'everyone',
): Promise<void> {
  await db.query(
    `INSERT INTO commonalities (account_id, kind, value, visibility, position)
     VALUES ($1, $2, $3, $4, (SELECT count(*) FROM commonalities WHERE account_id = $1))`,
    [accountId, kind, value, visibility],
  );
}

/** The two know each other, and both said so. */
export async function acquaint(
  db: Database,
  one: Pick<TestAccount, 'accountId'>,
  other: Pick<TestAccount, 'accountId'>,
): Promise<void> {
  await db.query(
    `INSERT INTO acquaintances (one_id, other_id, origin, asked_by, confirmed_at)
     VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'confirmed', $1::uuid, now())`,
    [one.accountId, other.accountId],
  );
}

export async function block(
  db: Database,
  blocker: Pick<TestAccount, 'accountId'>,
  blocked: Pick<TestAccount, 'accountId'>,
): Promise<void> {
  await db.query('INSERT INTO blocks (blocker_id, blocked_id) VALUES ($1, $2)', [blocker.accountId, blocked.accountId]);
}

export interface AgendaItemOptions {
  kind?: AgendaKind;
  title?: string;
  /** Default: in ten minutes. */
  startsAt?: Date;
  /** Default: half an hour after the start. */
  endsAt?: Date;
  openedAt?: Date | null;
}
/** A break unless `kind` says otherwise; returns its id. */
export async function createAgendaItem(
  db: Database,
  eventId: string,
  options: AgendaItemOptions = {},
): Promise<string> {
  const startsAt = options.startsAt ?? new Date(Date.now() + HOUR / 6);
  const rows: { id: string }[] = await db.query(
    'INSERT INTO agenda_items (event_id, kind, title, starts_at, ends_at, opened_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
    [
      eventId,
      options.kind ?? 'break',
      options.title ?? 'Tea break',
      startsAt,
      options.endsAt ?? new Date(startsAt.getTime() + HOUR / 2),
      options.openedAt ?? null,
    ],
  );
  return rows[0]!.id;
}

export async function createPlace(
  db: Database,
  eventId: string,
  options: { name?: string; seats?: number; hint?: string } = {},
): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO places (event_id, name, seats, hint, position)
     VALUES ($1, $2, $3, $4, (SELECT count(*) FROM places WHERE event_id = $1)) RETURNING id`,
    [eventId, options.name ?? `Table ${++serial}`, options.seats ?? 2, options.hint ?? ''],
  );
  return rows[0]!.id;
}

/** An id that no row has. */
export function unknownId(): string {
  return randomUUID();
}
