import { type AppRoute } from './route.js';

/** Inside the organizer's layout; `/organize/:eventId/…` pages get the event's navigation beside them. */
export const organizerRoutes: readonly AppRoute[] = [];

/** Without any layout: the projector. */
export const screenRoutes: readonly AppRoute[] = [];
