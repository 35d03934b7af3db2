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
    path: '/organize/:eventId/overview',
    namespaces: ['organizer', 'overview'],
    page: page(() => import('../pages/overview.page.js').then((file) => file.OverviewPage)),
  },
  {
    path: '/organize/:eventId/settings',
    namespaces: ['organizer', 'event-form'],
    page: page(() => import('../pages/event-settings.page.js').then((file) => file.EventSettingsPage)),
  },
];

/** Without any layout: the projector. */
export const screenRoutes: readonly AppRoute[] = [];
