import type { EventRole } from '@teabreak/shared';

/** R1: an organizer turns a break into rounds. */
export const MAY_START_ROUNDS: EventRole[] = ['owner', 'organizer'];

/**
 * Hosts stand in the room while rounds run: they see the tables, help whoever sits alone, go on earlier, and stop where the
 * programme needs the room back, as they also close breaks. The door needs none of this.
 */
export const MAY_GUIDE_ROUNDS: EventRole[] = ['owner', 'organizer', 'host'];
