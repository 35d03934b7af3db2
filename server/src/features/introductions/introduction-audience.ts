import { actsOf, type Introduction, type Part, visibleState } from './introduction-state.js';
import type { Involved } from './introductions.policy.js';

const PARTS: Part[] = ['requester', 'through', 'introducer', 'target'];

/** An introduction with what those see who are to meet. */
type Seen = Introduction &
  Involved & {
    hostAccountId: string | null;
    breakId: string | null;
    slot: number | null;
    placeId: string | null;
    pingAt: Date | null;
  };

/**
 * Accounts whose picture of the introduction a change has altered, and nobody else: a message at the moment of somebody's
 * "no" would tell the requester as much as a word (I2).
 */
export function toldOf(before: Seen, after: Seen, hosts: readonly string[], now: Date): string[] {
  const told = PARTS.filter((part) => picture(before, part, now) !== picture(after, part, now));
  return [...new Set(told.flatMap((part) => [...accountsOf(before, part, hosts), ...accountsOf(after, part, hosts)]))];
}

/** Everybody who sees it at `now`. */
export function viewersOf(introduction: Introduction & Involved, hosts: readonly string[], now: Date): string[] {
  const parts = PARTS.filter((part) => visibleState(introduction, part, now) !== null);
  return [...new Set(parts.flatMap((part) => accountsOf(introduction, part, hosts)))];
}

function picture(introduction: Seen, part: Part, now: Date): string {
  const { agreedAt, introducerJoins, breakId, slot, placeId, pingAt, requesterWord, targetWord } = introduction;
  const comes =
    agreedAt !== null && (part === 'requester' || part === 'target' || (part === 'introducer' && introducerJoins));
  return JSON.stringify([
    visibleState(introduction, part, now),
    actsOf(introduction, part, now),
    part === 'introducer' && introduction.hostAccountId,
    comes && [introducerJoins, breakId, slot, placeId, pingAt, requesterWord, targetWord],
  ]);
}

/** A host who is one of the two is told as that one only. */
function accountsOf(introduction: Involved, part: Part, hosts: readonly string[]): string[] {
  const { requesterAccountId, targetAccountId, throughAccountId, introducerAccountId, byHosts } = introduction;
  if (part === 'requester') return [requesterAccountId];
  if (part === 'target') return [targetAccountId];
  if (part === 'through') return throughAccountId === null ? [] : [throughAccountId];
  if (introducerAccountId !== null) return [introducerAccountId];
  return byHosts ? hosts.filter((host) => host !== requesterAccountId && host !== targetAccountId) : [];
}
