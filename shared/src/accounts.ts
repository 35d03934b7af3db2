import { z } from 'zod';
import { LIMITS } from './limits.js';
import { email, id, line, locale } from './primitives.js';

/** POST /api/setup: the set-up link's holder becomes the first organizer. Answers Me. */
export const SetupInput = z.strictObject({
  token: z.string().min(20).max(100),
  name: line(LIMITS.name),
  email,
  locale,
});
export type SetupInput = z.input<typeof SetupInput>;
/** POST /api/setup/return: where no mail is delivered, the link of a later start signs the first organizer in. Answers Me. */
export const ReturnInput = SetupInput.pick({ token: true });
export type ReturnInput = z.input<typeof ReturnInput>;

/** POST /api/sign-in/codes. The answer is the same whether the address is known or not. */
export const SignInCodeInput = z.strictObject({ email, locale });
export type SignInCodeInput = z.input<typeof SignInCodeInput>;
export type SignInCodeRequested = { requestId: string; expiresAt: string };

/** POST /api/sign-in/sessions → Me */
export const SignInInput = z.strictObject({
  requestId: id,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/u),
});
export type SignInInput = z.input<typeof SignInInput>;
/** PUT /api/me/email takes the same: the address becomes that of the account one has. → Me */

/** PATCH /api/me */
export const MeUpdate = z.strictObject({ name: line(LIMITS.name).optional(), locale: locale.optional() });
export type MeUpdate = z.input<typeof MeUpdate>;

/** 'first' may do everything on this installation, 'organizer' may create events, 'none' takes part. */
export const SITE_ROLES = ['first', 'organizer', 'none'] as const;
export type SiteRole = (typeof SITE_ROLES)[number];

/** GET /api/me → Me | { signedIn: false } */
export type Me = {
  signedIn: true;
  id: string;
  name: string;
  email: string | null;
  locale: 'en' | 'zh-CN';
  siteRole: SiteRole;
  /** Events this account takes part in, newest first. */
  registrations: { eventId: string; slug: string; title: string; registrationId: string; status: string }[];
  /** Events this account helps to run. */
  runs: { eventId: string; slug: string; title: string; role: string }[];
};
export type MeAnswer = Me | { signedIn: false };

/** POST /api/organizers (first organizer only): lets a mail address create events. */
export const OrganizerInput = z.strictObject({ email, name: line(LIMITS.name) });
export type OrganizerInput = z.input<typeof OrganizerInput>;
/** DELETE /api/organizers/:accountId */
export const organizerParam = z.strictObject({ accountId: id });
export type Organizer = { id: string; name: string; email: string; siteRole: SiteRole };

/** GET /api/sessions */
export type SessionView = { id: string; current: boolean; device: string; createdAt: string; lastSeenAt: string };

/** GET /api/mails (first organizer only): what would have been sent, where no SMTP_URL is set. */
export type MailView = {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: string;
  state: 'kept' | 'waiting' | 'sent' | 'failed';
  error: string | null;
};
export type MailList = { delivers: boolean; mails: MailView[] };
