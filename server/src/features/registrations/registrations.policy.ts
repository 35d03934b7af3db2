import type { EventRole, RegistrationStatus } from '@teabreak/shared';

/** Who sees the guest list at all: the door searches it by name. */
export const MAY_SEE_GUESTS: readonly EventRole[] = ['owner', 'organizer', 'host', 'door'];
/** Who decides about guests, sees their addresses and personal links, imports and exports them. */
export const MAY_MANAGE_GUESTS: readonly EventRole[] = ['owner', 'organizer'];
/** Who lets people in. */
export const MAY_CHECK_IN: readonly EventRole[] = ['owner', 'organizer', 'host', 'door'];

export function managesGuests(role: EventRole): boolean {
  return MAY_MANAGE_GUESTS.includes(role);
}

/** A personal link leads somewhere as long as its guest may still come. */
export function mayBeClaimed(status: RegistrationStatus): boolean {
  return status === 'confirmed' || status === 'pending' || status === 'waitlisted';
}

/** A place can be given up as long as one has it or waits for it. */
export function mayBeCancelled(status: RegistrationStatus): boolean {
  return mayBeClaimed(status);
}
