import { z } from 'zod';
import { type Goal, GoalInput, VISIBILITIES, type Visibility } from './goals.js';
import { LIMITS } from './limits.js';
import { id, instant, line, locale, optionalLine } from './primitives.js';
import { weChatCode } from './qr-codes.js';

/** E3 */
export const REGISTRATION_STATUSES = ['pending', 'confirmed', 'waitlisted', 'declined', 'cancelled'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** C1. What can be typed, as it is while joining. */
export const TYPED_CONTACT_KINDS = ['wechat', 'phone', 'email', 'link'] as const;
/** `wechat-qr` is the text of one's WeChat code, read from its photo on the phone. */
export const CONTACT_KINDS = [...TYPED_CONTACT_KINDS, 'wechat-qr'] as const;
export type TypedContactKind = (typeof TYPED_CONTACT_KINDS)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const ContactInput = z.strictObject({ kind: z.enum(TYPED_CONTACT_KINDS), value: line(LIMITS.contact) });
export type Contact = { kind: ContactKind; value: string; visibility: Visibility };
/** Somebody else's, as far as I may see it. `picture`: address of the clean code, of `wechat-qr` only. */
export type ContactView = { kind: string; value: string; picture?: string };

/** P1, each separate and unticked. B4: how far the board shows me. */
export const CONSENT_VERSION = '2026-11';
export const BOARD_LEVELS = ['everyone', 'suggested', 'hidden'] as const;
export type BoardLevel = (typeof BOARD_LEVELS)[number];
export const ConsentsInput = z.strictObject({
  takePart: z.boolean(),
  board: z.boolean(),
  screen: z.boolean(),
  suggestions: z.boolean(),
});
export type Consents = z.infer<typeof ConsentsInput>;

/**
 * POST /api/public/events/:slug/registrations (E2). `requestId` is chosen by the phone and makes a retry harmless.
 * Signs the phone in. Answers JoinAnswer.
 */
export const JoinInput = z.strictObject({
  requestId: id,
  name: line(LIMITS.name),
  headline: optionalLine(LIMITS.headline).default(''),
  contact: ContactInput,
  goal: GoalInput,
  consents: ConsentsInput,
  locale,
});
export type JoinInput = z.input<typeof JoinInput>;
export type JoinAnswer = { registrationId: string; status: RegistrationStatus; eventId: string; slug: string };

/** GET /api/claims/:token → who this personal link is for, masked. POST /api/claims/:token { locale, consents } binds it to this phone. */
export type ClaimPreview = {
  maskedName: string;
  eventTitle: string;
  slug: string;
  state: 'open' | 'taken' | 'mine';
  startsAt: string;
  timeZone: string;
  venue: string;
};
export const ClaimInput = z.strictObject({ locale, consents: ConsentsInput });
export type ClaimInput = z.input<typeof ClaimInput>;
export const claimParam = z.strictObject({ token: z.string().min(1).max(120) });
/** POST /api/events/:eventId/registrations/invite: mails their personal link to confirmed guests nobody has claimed, once a day at most. */
export type InviteAnswer = { invited: number; mailedToday: number; withoutEmail: number };

/** GET /api/events/:eventId/me: everything the phone's home needs about the person itself. */
export type MyRegistration = {
  registrationId: string;
  eventId: string;
  name: string;
  headline: string;
  recognise: string;
  status: RegistrationStatus;
  /** While waitlisted: the place in line, from 1 (E3). */
  waitlistPosition: number | null;
  checkedInAt: string | null;
  presence: Presence;
  placeId: string | null;
  goal: Goal | null;
  consents: Consents;
  boardLevel: BoardLevel;
  contacts: Contact[];
  /** Text of the ticket's QR; its picture is at GET /api/events/:eventId/me/ticket.png */
  ticket: string;
};

/** B1 */
export const PRESENCES = ['free', 'talking', 'at-place', 'away'] as const;
export type Presence = (typeof PRESENCES)[number];
/**
 * PUT /api/events/:eventId/me/presence. `saidAt`: when the person said it, by the server's clock; a phone without a network sends it late,
 * and then it changes nothing where something else was said since.
 */
export const PresenceInput = z.strictObject({
  presence: z.enum(PRESENCES),
  placeId: id.nullable().default(null),
  saidAt: instant.optional(),
});
export type PresenceInput = z.input<typeof PresenceInput>;
/** PATCH /api/events/:eventId/me */
export const RegistrationUpdate = z.strictObject({
  name: line(LIMITS.name).optional(),
  headline: optionalLine(LIMITS.headline).optional(),
  recognise: optionalLine(LIMITS.recognise).optional(),
  consents: ConsentsInput.optional(),
  boardLevel: z.enum(BOARD_LEVELS).optional(),
});
export type RegistrationUpdate = z.input<typeof RegistrationUpdate>;
/** PUT /api/me/contacts replaces all of mine. GET /api/me/contacts/wechat-qr.png: my WeChat code, drawn clean. */
export const ContactsInput = z.strictObject({
  contacts: z
    .array(
      z.strictObject({
        kind: z.enum(CONTACT_KINDS),
        value: line(LIMITS.contact),
        visibility: z.enum(VISIBILITIES).default('introduced'),
      }),
    )
    .max(8)
    .superRefine((contacts, { addIssue }) => {
      let first = true;
      contacts.forEach(({ kind, value }, at) => {
        if (kind !== 'wechat-qr') return;
        const read = weChatCode(value);
        const code = first ? (read.ok ? null : read.reason) : 'duplicate';
        if (code !== null) addIssue({ code: 'custom', path: [at, 'value'], params: { code } });
        first = false;
      });
    }),
});
export type ContactsInput = z.input<typeof ContactsInput>;

/** GET /api/events/:eventId/registrations?q=&status=&limit=&after= for those who run the event. */
export const GuestQuery = z.strictObject({
  q: z.string().max(LIMITS.search).default(''),
  status: z.enum([...REGISTRATION_STATUSES, 'checked-in', 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  after: z.string().max(200).optional(),
});
export type Guest = {
  id: string;
  name: string;
  headline: string;
  company: string;
  email: string | null;
  phone: string | null;
  status: RegistrationStatus;
  source: 'joined' | 'imported' | 'walk-in';
  claimed: boolean;
  checkedInAt: string | null;
  createdAt: string;
  goal: Goal | null;
  /** Only for organizers and owners, and only while unclaimed. */
  personalLink: string | null;
};
export type GuestPage = {
  guests: Guest[];
  next: string | null;
  counts: Record<RegistrationStatus, number> & { checkedIn: number; total: number };
};

/** POST /api/events/:eventId/registrations: somebody at the door without a ticket (E4). Confirmed and checked in at once, or `event_full`. */
export const WalkInInput = z.strictObject({
  requestId: id,
  name: line(LIMITS.name),
  contact: ContactInput.optional(),
  goal: GoalInput.optional(),
  gate: optionalLine(40).default(''),
});
export type WalkInInput = z.input<typeof WalkInInput>;
/**
 * `personalLink` goes to them as a QR (GET /api/claims/:token/qr.svg): with it they make the place theirs on their own phone.
 */
export type WalkInAnswer = { registrationId: string; name: string; personalLink: string };

/** PATCH /api/events/:eventId/registrations/:registrationId { status } by organizers (E3). */
export const StatusInput = z.strictObject({ status: z.enum(['confirmed', 'declined', 'waitlisted', 'cancelled']) });
export const registrationParam = z.strictObject({ eventId: id, registrationId: id });

/**
 * POST /api/events/:eventId/check-ins (E4). Either the ticket's text or a registration id. Idempotent per scanId.
 */
export const CheckInInput = z
  .strictObject({
    scanId: id,
    ticket: z.string().trim().max(300).optional(),
    registrationId: id.optional(),
    gate: optionalLine(40).default(''),
  })
  .refine((input) => (input.ticket === undefined) !== (input.registrationId === undefined), {
    path: ['ticket'],
    params: { code: 'required' },
  });
export type CheckInInput = z.input<typeof CheckInInput>;
export type CheckInAnswer = {
  result: 'checked-in' | 'already' | 'not-confirmed';
  registrationId: string;
  name: string;
  headline: string;
  status: RegistrationStatus;
  /** When and where the first scan was. */
  first: { at: string; gate: string } | null;
};

/** POST /api/events/:eventId/guest-imports (multipart `file`), GET …/guest-imports (newest first) (E5). */
export type GuestImportRemark = {
  line: number;
  column: string | null;
  severity: 'error' | 'warning';
  code: string;
  value: string | null;
  message: string;
};
export type GuestImportReport = {
  id: string;
  fileName: string;
  createdAt: string;
  rowsRead: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  columns: { header: string; field: string | null }[];
  remarks: GuestImportRemark[];
};
