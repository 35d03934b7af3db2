import type { EventRole } from '@teabreak/shared';

/** Who may set what stands behind the event's permanent QR (Q2). */
export const MAY_SET_GROUP_LINK: readonly EventRole[] = ['owner', 'organizer', 'host'];
