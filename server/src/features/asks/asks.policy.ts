import type { EventRole } from '@teabreak/shared';

/** Who hides and removes what others posted, and reads reports about it. */
export const MAY_MODERATE: readonly EventRole[] = ['owner', 'organizer', 'host'];
