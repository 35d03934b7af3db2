import { type AppRoute, page } from './route.js';

/** Inside the attendee's layout, with the four places under the thumb. */
export const attendeeRoutes: readonly AppRoute[] = [
  {
    path: '/e/:slug/home',
    namespaces: ['home', 'ask-strip'],
    page: page(() => import('../pages/home.page.js').then((file) => file.HomePage)),
  },
  {
    path: '/e/:slug/ticket',
    namespaces: ['home'],
    page: page(() => import('../pages/ticket.page.js').then((file) => file.TicketPage)),
  },
  {
    path: '/e/:slug/me',
    namespaces: ['me', 'join', 'goals'],
    page: page(() => import('../pages/me.page.js').then((file) => file.MePage)),
  },
  {
    path: '/e/:slug/inbox',
    namespaces: ['inbox'],
    page: page(() => import('../pages/inbox.page.js').then((file) => file.InboxPage)),
  },
  {
    path: '/e/:slug/board',
    namespaces: ['board', 'goals', 'ask-strip'],
    page: page(() => import('../pages/board.page.js').then((file) => file.BoardPage)),
  },
  {
    path: '/e/:slug/people/:personId',
    namespaces: ['person', 'goals', 'introductions', 'encounters', 'circle'],
    page: page(() => import('../pages/person.page.js').then((file) => file.PersonPage)),
  },
  {
    path: '/e/:slug/circle',
    namespaces: ['circle', 'my-circle'],
    page: page(() => import('../pages/circle.page.js').then((file) => file.CirclePage)),
  },
  {
    path: '/e/:slug/introductions',
    namespaces: ['introductions', 'encounters', 'circle'],
    page: page(() => import('../pages/introductions.page.js').then((file) => file.IntroductionsPage)),
  },
  {
    path: '/e/:slug/conversations',
    namespaces: ['encounters'],
    page: page(() => import('../pages/conversations.page.js').then((file) => file.ConversationsPage)),
  },
  {
    path: '/e/:slug/introductions/:introductionId',
    namespaces: ['introductions', 'goals'],
    page: page(() => import('../pages/introduction.page.js').then((file) => file.IntroductionPage)),
  },
  {
    path: '/e/:slug/asks',
    namespaces: ['asks'],
    page: page(() => import('../pages/asks.page.js').then((file) => file.AsksPage)),
  },
  {
    path: '/e/:slug/asks/with/:threadId',
    namespaces: ['asks', 'person'],
    page: page(() => import('../pages/ask-thread.page.js').then((file) => file.AskThreadPage)),
  },
  {
    path: '/e/:slug/asks/:askId',
    namespaces: ['asks'],
    page: page(() => import('../pages/ask.page.js').then((file) => file.AskPage)),
  },
  {
    path: '/e/:slug/card',
    namespaces: ['cards'],
    page: page(() => import('../pages/card.page.js').then((file) => file.CardPage)),
  },
  {
    path: '/e/:slug/scan',
    namespaces: ['cards'],
    page: page(() => import('../pages/scan.page.js').then((file) => file.ScanPage)),
  },
  {
    path: '/e/:slug/rounds',
    namespaces: ['rounds', 'home', 'encounters'],
    page: page(() => import('../pages/rounds.page.js').then((file) => file.RoundsPage)),
  },
  {
    path: '/e/:slug/room',
    namespaces: ['room'],
    page: page(() => import('../pages/room.page.js').then((file) => file.RoomPage)),
  },
];

/** Attendee pages that stand alone: before one takes part, or where one code must fill the screen. */
export const publicEventRoutes: readonly AppRoute[] = [
  {
    path: '/c/:token',
    namespaces: ['cards'],
    page: page(() => import('../pages/exchange.page.js').then((file) => file.ExchangePage)),
  },
  {
    path: '/e/:slug',
    namespaces: ['event'],
    page: page(() => import('../pages/event.page.js').then((file) => file.EventPage)),
  },
  {
    path: '/e/:slug/join',
    namespaces: ['join', 'goals'],
    page: page(() => import('../pages/join.page.js').then((file) => file.JoinPage)),
  },
  {
    path: '/i/:token',
    namespaces: ['join'],
    page: page(() => import('../pages/claim.page.js').then((file) => file.ClaimPage)),
  },
  {
    path: '/g/:code',
    namespaces: ['group'],
    page: page(() => import('../pages/group.page.js').then((file) => file.GroupPage)),
  },
];
