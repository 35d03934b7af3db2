import type { EventRole, SiteRole } from '@teabreak/shared';

/** From the least to the most; who holds one may do all that the ones before it may. */
const RANK: Record<EventRole, number> = { door: 1, host: 2, organizer: 3, owner: 4 };

export const MAY_RUN: EventRole[] = ['owner', 'organizer', 'host'];
export const MAY_SEE_DESK: EventRole[] = ['owner', 'organizer', 'host', 'door'];
export const MAY_EDIT: EventRole[] = ['owner', 'organizer'];
export const MAY_DELETE: EventRole[] = ['owner'];

export function mayCreateEvents(siteRole: SiteRole): boolean {
  return siteRole === 'first' || siteRole === 'organizer';
}

/** E6: nobody grants more than they hold. */
export function mayGrant(own: EventRole, granted: EventRole): boolean {
  return RANK[own] >= RANK[granted];
}

/** Nobody takes a role away, or changes it, from somebody above them. */
export function mayChangeMember(own: EventRole, current: EventRole): boolean {
  return RANK[own] >= RANK[current];
}
