import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActorName, Scene } from './scene.js';

/**
 * Who may call what, one sign per column of ACTORS:
 * `+` the permission passes (the answer is 2xx, or a refusal of the domain that only comes after it),
 * `1`, `3`, `4` refused with 401, 403, 404.
 *
 *   anonymous · attendee · outsider (attendee of another event) · introducer (attendee, knows the attendee and the target)
 *   · door · organizer · organizer of another event · first organizer of the installation
 */
export const TABLE: Record<string, string> = {
  // Open to the world.
  'GET /*': '+ + + + + + + +',
  'GET /api/docs': '+ + + + + + + +',
  'GET /api/docs/': '+ + + + + + + +',
  'GET /api/docs/*': '+ + + + + + + +',
  'GET /api/docs/LICENSE': '4 4 4 4 4 4 4 4',
  'GET /api/docs/docs/swagger-ui-init.js': '+ + + + + + + +',
  'GET /api/docs/index.html': '+ + + + + + + +',
  'GET /api/docs/swagger-ui-init.js': '+ + + + + + + +',
  'GET /api/openapi.json': '+ + + + + + + +',
  'GET /api/health/live': '+ + + + + + + +',
  'GET /api/health/ready': '+ + + + + + + +',
  'GET /api/vocabulary': '+ + + + + + + +',
  'GET /api/public/events/:slug': '+ + + + + + + +',
  'GET /api/public/events/:slug/calendar.ics': '+ + + + + + + +',
  'GET /api/public/events/:slug/qr.svg': '+ + + + + + + +',
  'POST /api/public/events/:slug/registrations': '+ + + + + + + +',
  'GET /api/groups/:code': '+ + + + + + + +',
  'GET /api/groups/:code/link.png': '+ + + + + + + +',
  'GET /api/groups/:code/qr.png': '+ + + + + + + +',
  'GET /api/groups/:code/qr.svg': '+ + + + + + + +',
  'GET /api/screen': '4 4 4 4 4 4 4 4',
  'GET /api/screen/:token': '+ + + + + + + +',
  'GET /api/claims/:token': '+ + + + + + + +',
  'GET /api/claims/:token/qr.svg': '+ + + + + + + +',
  'POST /api/claims/:token': '+ + + + + + + +',
  'GET /api/cards/:token': '+ + + + + + + +',
  'POST /api/setup': '+ + + + + + + +',
  'POST /api/setup/return': '+ + + + + + + +',
  'POST /api/sign-in/codes': '+ + + + + + + +',
  'POST /api/sign-in/sessions': '+ + + + + + + +',
  'POST /api/digest-stops': '+ + + + + + + +',
  'DELETE /api/sessions/current': '+ + + + + + + +',
  'GET /api/me': '+ + + + + + + +',
  'GET /api/demo': '+ + + + + + + +',
  'POST /api/demo': '+ + + + + + + +',

  // One's own account.
  'PATCH /api/me': '1 + + + + + + +',
  'GET /api/me/contacts': '1 + + + + + + +',
  'PUT /api/me/contacts': '1 + + + + + + +',
  // Only who has put their WeChat code on the card.
  'GET /api/me/contacts/wechat-qr.png': '1 + 4 4 4 4 4 4',
  'GET /api/me/conversations': '1 + + + + + + +',
  'GET /api/me/commonalities': '1 + + + + + + +',
  'PUT /api/me/commonalities': '1 + + + + + + +',
  // Only with a code that was mailed.
  'PUT /api/me/email': '1 + + + + + + +',
  'GET /api/me/digest': '1 + + + + + + +',
  'PUT /api/me/digest': '1 + + + + + + +',
  'GET /api/follow-ups': '1 + + + + + + +',
  // Only whose talk, and whose follow-up, it is.
  'POST /api/follow-ups': '1 + 4 4 4 4 4 4',
  'GET /api/follow-ups/:followUpId': '1 + 4 4 4 4 4 4',
  'DELETE /api/follow-ups/:followUpId': '1 + 4 4 4 4 4 4',
  'POST /api/follow-ups/:followUpId/touches': '1 + 4 4 4 4 4 4',
  'POST /api/follow-ups/:followUpId/snooze': '1 + 4 4 4 4 4 4',
  'GET /api/follow-ups/:followUpId/calendar.ics': '1 + 4 4 4 4 4 4',
  'GET /api/my-data': '1 + + + + + + +',
  'GET /api/my-data/export': '1 + + + + + + +',
  'POST /api/my-data/deletion': '1 + + + + + + +',
  'GET /api/me/blocks': '1 + + + + + + +',
  // Only who has blocked that person.
  'DELETE /api/me/blocks/:id': '1 + 4 4 4 4 4 4',
  'GET /api/sessions': '1 + + + + + + +',
  'DELETE /api/sessions/:id': '1 + + + + + + +',

  // The installation.
  'GET /api/organizers': '1 3 3 3 3 3 3 +',
  'POST /api/organizers': '1 3 3 3 3 3 3 +',
  'DELETE /api/organizers/:accountId': '1 3 3 3 3 3 3 +',
  'GET /api/mails': '1 3 3 3 3 3 3 +',
  'DELETE /api/demo': '1 3 3 3 3 3 3 +',

  // Those who run the event.
  'GET /api/events': '1 + + + + + + +',
  'POST /api/events': '1 3 3 3 3 + + +',
  'GET /api/events/:eventId': '1 3 4 3 + + 4 +',
  'PUT /api/events/:eventId': '1 3 4 3 3 + 4 +',
  'DELETE /api/events/:eventId': '1 3 4 3 3 3 4 +',
  'POST /api/events/:eventId/duplicate': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/screen-links': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/screen-links': '1 3 4 3 3 + 4 +',
  'DELETE /api/events/:eventId/screen-links': '1 3 4 3 3 + 4 +',
  'DELETE /api/events/:eventId/screen-links/:linkId': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/qr.png': '1 3 4 3 + + 4 +',
  'GET /api/events/:eventId/qr.svg': '1 3 4 3 + + 4 +',
  'POST /api/events/:eventId/breaks/:itemId/open': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/breaks/:itemId/close': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/rounds': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/breaks/:itemId/rounds': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/rounds/next': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/rounds/stop': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/rounds/:roundId/swap': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/rounds/:roundId/hold': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/rounds/:roundId/absent': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/team': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/team': '1 3 4 3 3 + 4 +',
  'DELETE /api/events/:eventId/team/:accountId': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/now': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/reports': '1 3 4 3 3 + 4 +',
  'PUT /api/events/:eventId/reports/:reportId': '1 3 4 3 3 + 4 +',
  'PUT /api/events/:eventId/people/:registrationId/hidden': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/matchmaking/settings': '1 3 4 3 3 + 4 +',
  'PUT /api/events/:eventId/matchmaking/settings': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/matchmaking/preview': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/group': '1 3 4 3 3 + 4 +',
  'PUT /api/events/:eventId/group-link': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/registrations': '1 3 4 3 + + 4 +',
  'GET /api/events/:eventId/registrations.csv': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/registrations': '1 3 4 3 + + 4 +',
  'POST /api/events/:eventId/registrations/invite': '1 3 4 3 3 + 4 +',
  'PATCH /api/events/:eventId/registrations/:registrationId': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/guest-imports': '1 3 4 3 3 + 4 +',
  'GET /api/events/:eventId/guest-imports': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/check-ins': '1 3 4 3 + + 4 +',
  'DELETE /api/events/:eventId/check-ins/:registrationId': '1 3 4 3 + + 4 +',

  // The board, and the room: whoever takes part, and those who run the event.
  'GET /api/events/:eventId/board': '1 + 4 + 3 + 4 +',
  'GET /api/events/:eventId/board/changes': '1 + 4 + 3 + 4 +',
  'GET /api/events/:eventId/board/packed': '1 + 4 + 3 + 4 +',
  'GET /api/events/:eventId/board/relations': '1 + 4 + 3 + 4 +',
  'GET /api/events/:eventId/messages': '1 + 4 + + + 4 +',
  'POST /api/events/:eventId/messages': '1 + 4 + + + 4 +',
  'DELETE /api/events/:eventId/messages/:messageId': '1 + 4 3 3 + 4 +',

  // Whoever takes part, for themselves.
  'GET /api/events/:eventId/me': '1 + 4 + 4 4 4 4',
  'PATCH /api/events/:eventId/me': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/me/presence': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/me/ticket.png': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/me/cancel': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/goal': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/suggestions': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/suggestions/wishes': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/suggestions/:registrationId/wish': '1 + 4 + 4 4 4 4',
  'DELETE /api/events/:eventId/suggestions/:registrationId/wish': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/rounds/mine': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/rounds/mine': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/rounds/:roundId/partner-missing': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/inbox': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/circle': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/circle/openings': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/circle/settings': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/people/:registrationId/introducers': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/people/:registrationId': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/people/:registrationId/acquaintance': '1 + 4 + 4 4 4 4',
  'DELETE /api/events/:eventId/people/:registrationId/acquaintance': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/people/:registrationId/block': '1 + 4 + 4 4 4 4',
  'DELETE /api/events/:eventId/people/:registrationId/block': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/people/:registrationId/report': '1 + 4 + 4 4 4 4',
  // Only where the two have exchanged them.
  'DELETE /api/events/:eventId/people/:registrationId/contacts': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/people/:registrationId/card.vcf': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/people/:registrationId/wechat-qr.png': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/card': '1 + 4 + 4 4 4 4',
  'GET /api/cards/:token/qr.png': '1 + 4 4 4 4 4 4',
  'POST /api/cards/:token/exchange': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/card-exchanges': '1 + 4 + 4 4 4 4',
  // Only the two of it.
  'POST /api/events/:eventId/card-exchanges/:exchangeId/accept': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/card-exchanges/:exchangeId/decline': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/card-exchanges/:exchangeId/revoke': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/encounters': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/encounters': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/encounters/:encounterId/note': '1 + 4 4 4 4 4 4',
  'PUT /api/events/:eventId/encounters/:encounterId/note': '1 + 4 4 4 4 4 4',
  'DELETE /api/events/:eventId/encounters/:encounterId/note': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/encounters/:encounterId/note/voice/:voiceId': '1 + 4 4 4 4 4 4',
  'PUT /api/events/:eventId/encounters/:encounterId/note/voice/:voiceId': '1 + 4 4 4 4 4 4',
  'DELETE /api/events/:eventId/encounters/:encounterId/note/voice/:voiceId': '1 + 4 4 4 4 4 4',

  // The three of an introduction; hosts may offer one, and have a list of what waits for them.
  'GET /api/events/:eventId/introductions': '1 + 4 + 4 + 4 +',
  'POST /api/events/:eventId/introductions': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/offers': '1 + 4 + 4 + 4 +',
  'GET /api/events/:eventId/introductions/:introductionId': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/pass-on': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/decline': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/agree': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/withdraw': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/met': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/missed': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/cancel': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/leave-table': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/introductions/:introductionId/ping': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/introductions/:introductionId/meeting/options': '1 + 4 + 4 4 4 4',
  'PUT /api/events/:eventId/introductions/:introductionId/meeting': '1 + 4 + 4 4 4 4',
  // Hosts share what waits for them.
  'GET /api/events/:eventId/introductions/hosts': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/introductions/:introductionId/take': '1 4 4 4 4 + 4 +',

  // What people ask of and offer to everybody.
  'GET /api/events/:eventId/asks': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/asks': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/asks/for-me': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/asks/:askId': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/asks/:askId/help': '1 + 4 + 4 4 4 4',
  'POST /api/events/:eventId/asks/:askId/report': '1 + 4 + 4 4 4 4',
  // Only who posted it; only who said to help.
  'PATCH /api/events/:eventId/asks/:askId': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/asks/:askId/withdraw': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/asks/:askId/answered': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/asks/:askId/reopen': '1 + 4 4 4 4 4 4',
  'DELETE /api/events/:eventId/asks/:askId/help': '1 + 4 4 4 4 4 4',
  // Only the two of it.
  'GET /api/events/:eventId/ask-threads': '1 + 4 + 4 4 4 4',
  'GET /api/events/:eventId/ask-threads/:threadId': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/ask-threads/:threadId/accept': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/ask-threads/:threadId/decline': '1 + 4 4 4 4 4 4',
  'GET /api/events/:eventId/ask-threads/:threadId/messages': '1 + 4 4 4 4 4 4',
  'POST /api/events/:eventId/ask-threads/:threadId/messages': '1 + 4 4 4 4 4 4',
  'PUT /api/events/:eventId/ask-threads/:threadId/read': '1 + 4 4 4 4 4 4',
  // Those who run the event.
  'GET /api/events/:eventId/asks/desk': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/asks/:askId/hide': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/asks/:askId/unhide': '1 3 4 3 3 + 4 +',
  'POST /api/events/:eventId/asks/:askId/remove': '1 3 4 3 3 + 4 +',
};

/** Live messages, with two more signs: `x` the handshake is refused. The last column is a projector's link. */
export const MESSAGES: Record<string, string> = {
  'board:watch': 'x + 4 + 3 + 4 + 3',
  'board:unwatch': 'x + + + + + + + +',
  'room:watch': 'x + 4 + + + 4 + 3',
  'room:unwatch': 'x + + + + + + + +',
  'asks:watch': 'x + 4 + 4 4 4 4 3',
  'asks:unwatch': 'x + + + + + + + +',
  'desk:watch': 'x 3 4 3 + + 4 + 3',
  'desk:unwatch': 'x + + + + + + + +',
};

interface Call {
  body?: object;
  query?: Record<string, string>;
  /** Instead of what `paramsFor` gives. */
  params?: Record<string, string>;
  /** A file to upload instead of a body. */
  file?: string | Buffer<ArrayBuffer>;
}

const MATCH_SETTINGS = { weights: { goals: 80, inCommon: 20, newCircles: 50 }, rules: [] };
const CONSENTS = { takePart: true, board: true, screen: false, suggestions: true };
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const eventInput = () => ({ title: 'Another', timeZone: 'Asia/Shanghai', startsAt: inHours(-1), endsAt: inHours(5) });

const VOICE = Buffer.from(readFileSync(join(import.meta.dirname, '../fixtures/voice/tone.webm')));

/** What an answer needs besides the right to it. */
export const CALLS: Record<string, (scene: Scene, actor: ActorName) => Call> = {
  'GET /*': () => ({ params: { '*': 'e/anything' } }),
  'GET /api/docs/*': () => ({ params: { '*': 'swagger-ui.css' } }),
  'GET /api/vocabulary': () => ({ query: { q: 'tea' } }),
  'POST /api/events/:eventId/screen-links': () => ({ body: { requestId: randomUUID() } }),
  'GET /api/screen/:token': ({ screenToken }) => ({ params: { token: screenToken } }),
  'GET /api/claims/:token': ({ claimToken }) => ({ params: { token: claimToken } }),
  'GET /api/claims/:token/qr.svg': ({ claimToken }) => ({ params: { token: claimToken } }),
  'POST /api/claims/:token': ({ claimToken }) => ({
    params: { token: claimToken },
    body: { locale: 'en', consents: CONSENTS },
  }),
  'POST /api/public/events/:slug/registrations': () => ({
    body: {
      requestId: randomUUID(),
      name: 'Newcomer',
      contact: { kind: 'wechat', value: 'newcomer_1' },
      goal: { kind: 'friends' },
      consents: CONSENTS,
      locale: 'en',
    },
  }),
  'POST /api/setup': () => ({
    body: { token: 'x'.repeat(43), name: 'Somebody', email: 'somebody@example.org', locale: 'en' },
  }),
  'POST /api/setup/return': () => ({ body: { token: 'x'.repeat(43) } }),
  'POST /api/sign-in/codes': () => ({ body: { email: `${randomUUID()}@example.org`, locale: 'en' } }),
  'POST /api/sign-in/sessions': () => ({ body: { requestId: randomUUID(), code: '123456' } }),
  'PATCH /api/me': () => ({ body: { name: 'Renamed' } }),
  'PUT /api/me/contacts': () => ({ body: { contacts: [{ kind: 'link', value: 'https://example.org/me' }] } }),
  'PUT /api/me/commonalities': () => ({ body: { commonalities: [{ kind: 'interest', value: 'tea' }] } }),
  'DELETE /api/sessions/:id': ({ actors }, actor) => ({ params: { id: actors[actor]?.sessionId ?? randomUUID() } }),
  'POST /api/organizers': () => ({ body: { email: `${randomUUID()}@example.org`, name: 'Organizer' } }),
  'DELETE /api/organizers/:accountId': ({ actors }) => ({
    params: { accountId: actors.foreignOrganizer?.accountId ?? '' },
  }),
  'POST /api/events': () => ({ body: eventInput() }),
  'PUT /api/events/:eventId': ({ itemId, placeId }) => ({
    body: {
      ...eventInput(),
      agenda: [{ id: itemId, kind: 'break', title: 'Break', startsAt: inHours(0), endsAt: inHours(1) }],
      places: [{ id: placeId, name: 'Table', seats: 2 }],
    },
  }),
  'POST /api/events/:eventId/duplicate': () => ({ body: { startsAt: inHours(100) } }),
  'POST /api/events/:eventId/team': () => ({
    body: { email: `${randomUUID()}@example.org`, name: 'Helper', role: 'door' },
  }),
  'DELETE /api/events/:eventId/team/:accountId': ({ actors }) => ({
    params: { accountId: actors.door?.accountId ?? '' },
  }),
  'POST /api/events/:eventId/breaks/:itemId/rounds': () => ({ body: {} }),
  'POST /api/events/:eventId/rounds/next': ({ roundId }) => ({ body: { roundId } }),
  'POST /api/events/:eventId/rounds/:roundId/swap': ({ attendee, target }) => ({
    body: { one: attendee.registrationId, other: target.registrationId },
  }),
  'POST /api/events/:eventId/rounds/:roundId/hold': () => ({ body: { table: 1, held: true } }),
  'POST /api/events/:eventId/rounds/:roundId/absent': ({ attendee }) => ({
    body: { registrationId: attendee.registrationId, absent: true },
  }),
  'PUT /api/events/:eventId/rounds/mine': () => ({ body: { takePart: true } }),
  'POST /api/events/:eventId/rounds/:roundId/partner-missing': ({ roundPartnerId }) => ({
    body: { registrationId: roundPartnerId },
  }),
  'PUT /api/events/:eventId/group-link': () => ({ body: { url: null } }),
  'POST /api/events/:eventId/registrations': () => ({
    body: {
      requestId: randomUUID(),
      name: 'Walk-in',
      contact: { kind: 'wechat', value: 'walk_in_1' },
      goal: { kind: 'clients', seeks: ['tea'], offers: ['cups'], sentence: 'Tea for all' },
      gate: 'A',
    },
  }),
  'PATCH /api/events/:eventId/registrations/:registrationId': () => ({ body: { status: 'declined' } }),
  'POST /api/events/:eventId/guest-imports': () => ({ file: 'name\nImported Guest\n' }),
  'POST /api/events/:eventId/check-ins': ({ target }) => ({
    body: { scanId: randomUUID(), registrationId: target.registrationId },
  }),
  'GET /api/events/:eventId/board/changes': () => ({ query: { since: '0' } }),
  'POST /api/events/:eventId/messages': () => ({ body: { clientId: randomUUID(), text: 'hello' } }),
  'PATCH /api/events/:eventId/me': () => ({ body: { headline: 'New' } }),
  'PUT /api/events/:eventId/me/presence': ({ placeId }) => ({ body: { presence: 'at-place', placeId } }),
  'PUT /api/events/:eventId/suggestions/:registrationId/wish': () => ({ body: { kind: 'never' } }),
  'PUT /api/events/:eventId/matchmaking/settings': () => ({ body: MATCH_SETTINGS }),
  'POST /api/events/:eventId/matchmaking/preview': () => ({ body: MATCH_SETTINGS }),
  'PUT /api/events/:eventId/goal': () => ({
    body: { kind: 'friends', seeks: ['tea'], offers: ['time'], sentence: 'Just tea' },
  }),
  'DELETE /api/events/:eventId/people/:registrationId/contacts': ({ exchanged }) => ({
    params: { registrationId: exchanged.registrationId },
  }),
  'GET /api/events/:eventId/people/:registrationId/card.vcf': ({ exchanged }) => ({
    params: { registrationId: exchanged.registrationId },
  }),
  'GET /api/events/:eventId/people/:registrationId/wechat-qr.png': ({ exchanged }) => ({
    params: { registrationId: exchanged.registrationId },
  }),
  'POST /api/events/:eventId/card-exchanges/:exchangeId/revoke': ({ exchanged }) => ({
    params: { exchangeId: exchanged.exchangeId },
  }),
  'GET /api/cards/:token/qr.png': ({ cardTokens }) => ({ params: { token: cardTokens.own } }),
  'POST /api/events/:eventId/people/:registrationId/report': () => ({ body: { reason: 'rude' } }),
  // The first organizer is the same in all scenes and stays.
  'POST /api/my-data/deletion': ({ actors }, actor) => ({
    body: { name: actor === 'first' ? 'Somebody else' : (actors[actor]?.name ?? 'Nobody'), code: null },
  }),
  'PUT /api/me/email': () => ({ body: { requestId: randomUUID(), code: '123456' } }),
  'PUT /api/me/digest': () => ({ body: { rhythm: 'never', weekday: 1, hour: 9, timeZone: 'Asia/Shanghai' } }),
  'POST /api/digest-stops': ({ digestStop }) => ({ body: { token: digestStop } }),
  'POST /api/follow-ups': ({ encounterId }) => ({ body: { encounterId } }),
  'POST /api/follow-ups/:followUpId/touches': () => ({ body: { requestId: randomUUID(), kind: 'call' } }),
  'POST /api/follow-ups/:followUpId/snooze': () => ({ body: { until: inHours(72).slice(0, 10) } }),
  'POST /api/events/:eventId/encounters': ({ target }) => ({ body: { personId: target.registrationId } }),
  'PUT /api/events/:eventId/encounters/:encounterId/note': () => ({
    body: { text: 'my own', iPromised: 'a book', theyPromised: 'a call' },
  }),
  // Theirs holds a voice and no words.
  'DELETE /api/events/:eventId/encounters/:encounterId/note': () => ({ query: { version: '0' } }),
  'PUT /api/events/:eventId/encounters/:encounterId/note/voice/:voiceId': () => ({ file: VOICE }),
  'PUT /api/events/:eventId/circle/settings': () => ({
    body: { coming: true, introduces: true, reachable: true, showsConnecting: false },
  }),
  'DELETE /api/me/blocks/:id': ({ blockedId }) => ({ params: { id: blockedId } }),
  'PUT /api/events/:eventId/reports/:reportId': () => ({ body: { handled: true } }),
  'PUT /api/events/:eventId/people/:registrationId/hidden': () => ({ body: { hidden: false } }),
  'POST /api/events/:eventId/introductions': ({ target, introducer }) => ({
    body: { requestId: randomUUID(), targetId: target.registrationId, introducerId: introducer.accountId },
  }),
  'POST /api/events/:eventId/introductions/offers': ({ target, attendee, introducer }, actor) => {
    const one = actor === 'attendee' ? introducer : attendee;
    return { body: { requestId: randomUUID(), oneId: one.registrationId, otherId: target.registrationId } };
  },
  'POST /api/events/:eventId/introductions/:introductionId/pass-on': () => ({ body: { line: 'You two' } }),
  'POST /api/events/:eventId/introductions/:introductionId/agree': ({ introductions }) => ({
    params: { introductionId: introductions.passedOn },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/met': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/missed': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/cancel': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/leave-table': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/ping': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'POST /api/events/:eventId/introductions/:introductionId/take': ({ introductions }) => ({
    params: { introductionId: introductions.forHosts },
  }),
  'GET /api/events/:eventId/introductions/:introductionId/meeting/options': ({ introductions }) => ({
    params: { introductionId: introductions.agreed },
  }),
  'PUT /api/events/:eventId/introductions/:introductionId/meeting': ({ introductions, itemId }) => ({
    params: { introductionId: introductions.agreed },
    // Rounds hold the attendee until then.
    body: { breakId: itemId, slot: 2, placeId: null },
  }),
  'POST /api/events/:eventId/asks': () => ({
    body: { requestId: randomUUID(), kind: 'offer', text: 'Free tea', tags: ['tea'], onScreen: true },
  }),
  'PATCH /api/events/:eventId/asks/:askId': ({ asks }) => ({
    params: { askId: asks.own },
    body: { text: 'Who knows green tea?', tags: [], onScreen: false },
  }),
  'POST /api/events/:eventId/asks/:askId/withdraw': ({ asks }) => ({ params: { askId: asks.own } }),
  'POST /api/events/:eventId/asks/:askId/reopen': ({ asks }) => ({ params: { askId: asks.own } }),
  'POST /api/events/:eventId/asks/:askId/answered': ({ asks }) => ({ params: { askId: asks.own }, body: {} }),
  'POST /api/events/:eventId/asks/:askId/help': () => ({ body: { line: 'I know some' } }),
  'POST /api/events/:eventId/asks/:askId/report': () => ({ body: { reason: 'an advert' } }),
  'POST /api/events/:eventId/asks/:askId/hide': () => ({ body: { reason: 'an advert' } }),
  'POST /api/events/:eventId/asks/:askId/remove': () => ({ body: { reason: 'an advert' } }),
  'POST /api/events/:eventId/ask-threads/:threadId/accept': ({ askThreads }) => ({
    params: { threadId: askThreads.waiting },
  }),
  'POST /api/events/:eventId/ask-threads/:threadId/decline': ({ askThreads }) => ({
    params: { threadId: askThreads.waiting },
  }),
  'POST /api/events/:eventId/ask-threads/:threadId/messages': () => ({
    body: { clientId: randomUUID(), text: 'hello' },
  }),
  'PUT /api/events/:eventId/ask-threads/:threadId/read': () => ({ body: { seq: 1 } }),
};

/** The event's own things, by the names that paths give them. */
export function paramsFor(scene: Scene): Record<string, string> {
  const {
    followUpId,
    eventId,
    slug,
    groupCode,
    cardTokens,
    itemId,
    encounterId,
    voiceId,
    exchangeId,
    messageId,
    roundId,
    linkId,
  } = scene;
  return {
    followUpId,
    eventId,
    slug,
    code: groupCode,
    token: cardTokens.target,
    registrationId: scene.target.registrationId,
    itemId,
    encounterId,
    voiceId,
    exchangeId,
    messageId,
    roundId,
    linkId,
    askId: scene.asks.theirs,
    threadId: scene.askThreads.introduced,
    introductionId: scene.introductions.asked,
    reportId: scene.reportId,
  };
}

/** The same, of the other event. */
export function foreignParamsFor({ other }: Scene): Record<string, string> {
  const { itemId, encounterId, exchangeId, messageId, roundId, linkId, introductionId, registrationId, accountId } =
    other;
  return {
    itemId,
    encounterId,
    exchangeId,
    messageId,
    roundId,
    linkId,
    introductionId,
    registrationId,
    accountId,
    askId: other.askId,
    threadId: other.askThreadId,
    reportId: other.reportId,
    followUpId: other.followUpId,
  };
}

/** Ids in bodies, each replaced by one of the other event: path of the field, and whose column may call. */
export const BODY_IDS: [route: string, actor: ActorName, body: (scene: Scene) => object][] = [
  ['POST /api/events/:eventId/encounters', 'attendee', ({ other }) => ({ personId: other.registrationId })],
  [
    'POST /api/events/:eventId/introductions',
    'attendee',
    ({ other }) => ({ requestId: randomUUID(), targetId: other.registrationId, introducerId: null }),
  ],
  [
    'POST /api/events/:eventId/introductions/offers',
    'introducer',
    ({ other, attendee }) => ({
      requestId: randomUUID(),
      oneId: attendee.registrationId,
      otherId: other.registrationId,
    }),
  ],
  [
    'POST /api/events/:eventId/introductions/offers',
    'organizer',
    ({ other, attendee }) => ({
      requestId: randomUUID(),
      oneId: other.registrationId,
      otherId: attendee.registrationId,
    }),
  ],
  ['POST /api/events/:eventId/rounds/next', 'organizer', ({ other }) => ({ roundId: other.roundId })],
  [
    'POST /api/events/:eventId/rounds/:roundId/swap',
    'organizer',
    ({ other, attendee }) => ({ one: attendee.registrationId, other: other.registrationId }),
  ],
  [
    'POST /api/events/:eventId/rounds/:roundId/absent',
    'organizer',
    ({ other }) => ({ registrationId: other.registrationId, absent: true }),
  ],
  [
    'POST /api/events/:eventId/rounds/:roundId/partner-missing',
    'attendee',
    ({ other }) => ({ registrationId: other.registrationId }),
  ],
  [
    'POST /api/events/:eventId/check-ins',
    'door',
    ({ other }) => ({ scanId: randomUUID(), registrationId: other.guestId }),
  ],
  [
    'PUT /api/events/:eventId/me/presence',
    'attendee',
    ({ other }) => ({ presence: 'at-place', placeId: other.placeId }),
  ],
  [
    'PUT /api/events/:eventId',
    'organizer',
    ({ other }) => ({ ...eventInput(), places: [{ id: other.placeId, name: 'Table', seats: 2 }] }),
  ],
  [
    'PUT /api/events/:eventId',
    'organizer',
    ({ other }) => ({
      ...eventInput(),
      agenda: [{ id: other.itemId, kind: 'break', title: 'Break', startsAt: inHours(0), endsAt: inHours(1) }],
    }),
  ],
  ['POST /api/events/:eventId/asks/:askId/answered', 'attendee', ({ other }) => ({ threadId: other.askThreadId })],
];
