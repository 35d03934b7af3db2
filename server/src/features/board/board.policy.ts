import type { EventRole } from '@teabreak/shared';

/** Those who run the event look at its board without being in it. The door lets people in; it does not. */
export const MAY_LOOK: readonly EventRole[] = ['owner', 'organizer', 'host'];
