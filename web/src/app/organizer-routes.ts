import { type AppRoute, page } from './route.js';

/** Inside the organizer's layout; `/organize/:eventId/…` pages get the event's navigation beside them. */
export const organizerRoutes: readonly AppRoute[] = [
  {
    path: '/organize',
    namespaces: ['organizer'],
    page: page(() => import('../pages/organized-events.page.js').then((file) => file.OrganizedEventsPage)),
  },
  {
    path: '/organize/new',
    namespaces: ['organizer', 'event-form'],
    page: page(() => import('../pages/new-event.page.js').then((file) => file.NewEventPage)),
  },
  {
    path: '/organize/mails',
    namespaces: ['organizer', 'site'],
    page: page(() => import('../pages/mails.page.js').then((file) => file.MailsPage)),
  },
  {
    path: '/organize/organizers',
    namespaces: ['organizer', 'site'],
    page: page(() => import('../pages/organizers.page.js').then((file) => file.OrganizersPage)),
  },
  {
    path: '/organize/:eventId/overview',
    namespaces: ['organizer', 'overview', 'screen-links'],
    page: page(() => import('../pages/overview.page.js').then((file) => file.OverviewPage)),
  },
  {
    path: '/organize/:eventId/guests',
    namespaces: ['organizer', 'guests', 'goals'],
    page: page(() => import('../pages/guests.page.js').then((file) => file.GuestsPage)),
  },
  {
    path: '/organize/:eventId/import',
    namespaces: ['organizer', 'import'],
    page: page(() => import('../pages/import.page.js').then((file) => file.ImportPage)),
  },
  {
    path: '/organize/:eventId/door',
    namespaces: ['organizer', 'door', 'guests', 'scanner'],
    page: page(() => import('../pages/door.page.js').then((file) => file.DoorPage)),
  },
  {
    path: '/organize/:eventId/introductions',
    namespaces: ['organizer', 'host-desk', 'introductions', 'goals'],
    page: page(() => import('../pages/host-desk.page.js').then((file) => file.HostDeskPage)),
  },
  {
    path: '/organize/:eventId/asks',
    namespaces: ['organizer', 'asks'],
    page: page(() => import('../pages/ask-desk.page.js').then((file) => file.AskDeskPage)),
  },
  {
    path: '/organize/:eventId/reports',
    namespaces: ['organizer', 'reports'],
    page: page(() => import('../pages/reports.page.js').then((file) => file.ReportsPage)),
  },
  {
    path: '/organize/:eventId/rounds',
    namespaces: ['organizer', 'rounds-desk', 'rounds'],
    page: page(() => import('../pages/rounds-desk.page.js').then((file) => file.RoundsDeskPage)),
  },
  {
    path: '/organize/:eventId/matching',
    namespaces: ['organizer', 'matching', 'goals'],
    page: page(() => import('../pages/matching.page.js').then((file) => file.MatchingPage)),
  },
  {
    path: '/organize/:eventId/group',
    namespaces: ['organizer', 'group-settings', 'group', 'scanner'],
    page: page(() => import('../pages/group-settings.page.js').then((file) => file.GroupSettingsPage)),
  },
  {
    path: '/organize/:eventId/poster',
    namespaces: ['organizer', 'group-settings'],
    page: page(() => import('../pages/poster.page.js').then((file) => file.PosterPage)),
  },
  {
    path: '/organize/:eventId/team',
    namespaces: ['organizer', 'team'],
    page: page(() => import('../pages/team.page.js').then((file) => file.TeamPage)),
  },
  {
    path: '/organize/:eventId/settings',
    namespaces: ['organizer', 'event-form', 'event-danger'],
    page: page(() => import('../pages/event-settings.page.js').then((file) => file.EventSettingsPage)),
  },
];
