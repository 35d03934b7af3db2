import type { CheckInAnswer } from '@teabreak/shared';
import { ApiError } from '../../lib/api-error.js';

/** `kept`: no answer came, the scan waits on this phone. `refused`: the server's own sentence says why. */
export type DoorKind = 'checked-in' | 'already' | 'not-confirmed' | 'unknown' | 'kept' | 'refused';
export type DoorResult = {
  scanId: string;
  kind: DoorKind;
  registrationId: string | null;
  /** Empty where a code named nobody. */
  name: string;
  headline: string;
  status: CheckInAnswer['status'] | null;
  first: CheckInAnswer['first'];
  message: string;
  /** When this phone was told, ISO. */
  at: string;
};
/** One scan, with its own id from the moment the code was seen: sent twice, it counts once (E4). */
export type DoorScan = { scanId: string; gate: string; name: string } & (
  | { ticket: string; registrationId?: never }
  | { registrationId: string; ticket?: never }
);

const NOBODY = { registrationId: null, headline: '', status: null, first: null, message: '' } as const;

export const resultOf = (scan: DoorScan, answer: CheckInAnswer, at: string): DoorResult => ({
  scanId: scan.scanId,
  kind: answer.result,
  registrationId: answer.registrationId,
  name: answer.name,
  headline: answer.headline,
  status: answer.status,
  first: answer.first,
  message: '',
  at,
});

/** What to show when the scan came to nothing, or to nothing yet. */
export function resultOfFailure(scan: DoorScan, error: unknown, at: string): DoorResult {
  const base = { ...NOBODY, scanId: scan.scanId, name: scan.name, at };
  if (!(error instanceof ApiError)) return { ...base, kind: 'refused' };
  if (error.unanswered || error.status >= 500) return { ...base, kind: 'kept' };
  if (error.code === 'ticket_unknown' || error.code === 'not_found') return { ...base, kind: 'unknown' };
  return { ...base, kind: 'refused', message: error.message };
}

/** Short for "come in", twice for "wait", long for "no". */
export const VIBRATION: Record<DoorKind, number[]> = {
  'checked-in': [60],
  already: [60, 80, 60],
  kept: [60, 80, 60],
  'not-confirmed': [400],
  unknown: [400],
  refused: [400],
};
