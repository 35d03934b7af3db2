import type { ScreenView } from '@teabreak/shared';
import { draft } from '../../lib/storage.js';

type Handover = { token: string; at: number; view: ScreenView; codes: Record<string, string> };

/** Older than this it was not left by the page that has just reloaded itself. */
const FRESH_MS = 60_000;
let received: Handover | null | undefined;

/** What the wall shows goes on to the page that comes after this one, so that nobody in the room sees it change. */
export function handOver(token: string, view: ScreenView, codes: Record<string, string>): void {
  draft.write('screen', { token, at: Date.now(), view, codes } satisfies Handover);
}

/** What the page before this one showed under the same link; `token` null: under any. It is nowhere kept once it was read. */
export function handedOver(token: string | null): Handover | null {
  if (received === undefined) {
    received = draft.read('screen') as Handover | null;
    draft.remove('screen');
  }
  const fresh = received !== null && Date.now() - received.at < FRESH_MS;
  return fresh && (token === null || received?.token === token) ? received : null;
}
