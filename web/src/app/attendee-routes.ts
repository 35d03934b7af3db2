import { type AppRoute } from './route.js';

/** Inside the attendee's layout, with the four places under the thumb. */
export const attendeeRoutes: readonly AppRoute[] = [];

/** Attendee pages that stand alone: before one takes part, or where one code must fill the screen. */
export const publicEventRoutes: readonly AppRoute[] = [];
