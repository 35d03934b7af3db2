import { z } from 'zod';
import { LIMITS } from './limits.js';
import { email, instant, line, locale, optionalLine, paragraph, timeZone } from './primitives.js';

export const EVENT_ROLES = ['owner', 'organizer', 'host', 'door'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export const AGENDA_KINDS = ['session', 'break'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export const AgendaItemInput = z.strictObject({
  id: z.uuid().optional(),
  kind: z.enum(AGENDA_KINDS),
  title: line(LIMITS.eventTitle),
  startsAt: instant,
  endsAt: instant,
});
export const PlaceInput = z.strictObject({
  id: z.uuid().optional(),
  name: line(LIMITS.name),
  seats: z.int().min(2).max(LIMITS.placeSeats),
  hint: optionalLine(LIMITS.recognise).default(''),
});

/** `slug` is lower-case letters, digits and single dashes. */
export const slug = z
  .string()
  .min(3)
  .max(LIMITS.slug)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u);

const eventFields = {
  title: line(LIMITS.eventTitle),
  slug: slug.optional(),
  description: paragraph(LIMITS.eventDescription).default(''),
  timeZone,
  startsAt: instant,
  endsAt: instant,
  venue: optionalLine(LIMITS.venue).default(''),
  address: optionalLine(LIMITS.address).default(''),
  /** null: no limit. */
  capacity: z.int().min(1).max(LIMITS.capacity).nullable().default(null),
  requiresApproval: z.boolean().default(false),
  languages: z.array(locale).min(1).max(2).default(['en', 'zh-CN']),
  agenda: z.array(AgendaItemInput).max(LIMITS.agendaItems).default([]),
  places: z.array(PlaceInput).max(LIMITS.places).default([]),
};

/** POST /api/events */
export const EventInput = z
  .strictObject(eventFields)
  .refine((event) => Date.parse(event.endsAt) > Date.parse(event.startsAt), {
    path: ['endsAt'],
    params: { code: 'ends_before_start' },
  })
  .superRefine((event, context) => {
    event.agenda.forEach((item, index) => {
      if (Date.parse(item.endsAt) <= Date.parse(item.startsAt))
        context.addIssue({
          code: 'custom',
          path: ['agenda', index, 'endsAt'],
          params: { code: 'ends_before_start' },
          message: 'ends before start',
        });
    });
  });
export type EventInput = z.input<typeof EventInput>;

/** PUT /api/events/:eventId replaces the same fields; items and places are matched by id, so their references live on. */
export const EventUpdate = EventInput;
export type EventUpdate = EventInput;

/** POST /api/events/:eventId/duplicate → OrganizerEvent: agenda and places come along, people do not. */
export const DuplicateInput = z.strictObject({ startsAt: instant });
export type DuplicateInput = z.input<typeof DuplicateInput>;

export type AgendaItem = {
  id: string;
  kind: AgendaKind;
  title: string;
  startsAt: string;
  endsAt: string;
  openedAt: string | null;
  closedAt: string | null;
};
export type Place = { id: string; name: string; seats: number; hint: string };

/** GET /api/public/events/:slug, also in the page's HTML. */
export type PublicEvent = {
  id: string;
  slug: string;
  title: string;
  /** Sanitised HTML. */
  descriptionHtml: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  venue: string;
  address: string;
  languages: string[];
  agenda: AgendaItem[];
  /** Tables and corners, in the organizer's order. */
  places: Place[];
  registration: 'open' | 'full' | 'closed' | 'over';
  requiresApproval: boolean;
  /** null: no limit. */
  seatsLeft: number | null;
  hosts: string[];
  isDemo: boolean;
};

/** GET /api/events/:eventId for those who run it. */
export type OrganizerEvent = Omit<PublicEvent, 'descriptionHtml' | 'hosts'> & {
  description: string;
  capacity: number | null;
  taken: number;
  role: EventRole;
  groupCode: string;
  openBreakId: string | null;
};
/** GET /api/events */
export type EventSummary = {
  id: string;
  slug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  role: EventRole;
  confirmed: number;
  checkedIn: number;
  capacity: number | null;
  isDemo: boolean;
};

/** POST /api/events/:eventId/breaks/:itemId/open and …/close → AgendaItem */
export const agendaItemParam = z.strictObject({ eventId: z.uuid(), itemId: z.uuid() });

/** POST /api/events/:eventId/team */
export const TeamInput = z.strictObject({ email, name: line(LIMITS.name), role: z.enum(EVENT_ROLES) });
export type TeamInput = z.input<typeof TeamInput>;
export type TeamMember = { accountId: string; name: string; email: string | null; role: EventRole };
export const teamParam = z.strictObject({ eventId: z.uuid(), accountId: z.uuid() });
export const slugParam = z.strictObject({ slug: z.string().min(1).max(LIMITS.slug) });
