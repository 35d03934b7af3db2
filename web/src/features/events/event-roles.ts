import type { EventRole } from '@teabreak/shared';

/** From the least to the most. */
const ROLES: readonly EventRole[] = ['door', 'host', 'organizer', 'owner'];

/** E6: nobody grants more than they hold. */
export const grantable = (own: EventRole): EventRole[] => ROLES.slice(0, ROLES.indexOf(own) + 1);

/** Organizers change the team; hosts and the door see it. */
export const mayChangeTeam = (own: EventRole): boolean => own === 'owner' || own === 'organizer';
