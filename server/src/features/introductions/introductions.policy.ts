import type { EventRole } from '@teabreak/shared';
import type { Part } from './introduction-state.js';

/** Who stands in as introducer where two people share no acquaintance (I1). The door does not. */
const MAY_STAND_IN: EventRole[] = ['owner', 'organizer', 'host'];

export function mayStandIn(role: EventRole | null): boolean {
  return role !== null && MAY_STAND_IN.includes(role);
}

export interface Involved {
  requesterAccountId: string;
  targetAccountId: string;
  throughAccountId: string | null;
  introducerAccountId: string | null;
  byHosts: boolean;
}

/**
 * Which of them the account is; null: none. A host who is the target stays the target and learns nothing by the
 * other role; once a host took it up, it is no longer the others'.
 */
export function partOf(introduction: Involved, accountId: string, standsIn: boolean): Part | null {
  if (introduction.requesterAccountId === accountId) return 'requester';
  if (introduction.targetAccountId === accountId) return 'target';
  if (introduction.throughAccountId === accountId) return 'through';
  if (introduction.introducerAccountId === accountId) return 'introducer';
  return introduction.byHosts && introduction.introducerAccountId === null && standsIn ? 'introducer' : null;
}
