import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { vibrate } from '../../lib/capabilities.js';
import { serverNow } from '../../lib/clock.js';
import { newId } from '../../lib/new-id.js';
import { draft } from '../../lib/storage.js';
import { doorQueue } from './door-queue.js';
import { type DoorResult, type DoorScan, resultOf, resultOfFailure, VIBRATION } from './door-result.js';
import { checkIn } from './guests.mutations.js';
import { guestsKey } from './guests.queries.js';

const RECENT = 10;
const TRY_AGAIN_MS = 8000;

type Target = { ticket: string } | { registrationId: string; name: string };

/** The door of one phone: what the last scan came to, the ten before it, and the scans that wait for the network (E4). */
export function useDoor(eventId: string, gate: string) {
  const client = useQueryClient();
  const queue = useMemo(() => doorQueue(eventId), [eventId]);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<DoorResult | null>(null);
  const [waiting, setWaiting] = useState(() => queue.list().length);
  const recentName = `door-recent.${eventId}`;
  const [recent, setRecent] = useState<DoorResult[]>(() => (draft.read(recentName) as DoorResult[] | null) ?? []);
  const sending = useRef(false);

  const note = (next: DoorResult) =>
    setRecent((before) => {
      const after = [next, ...before.filter(({ scanId }) => scanId !== next.scanId)].slice(0, RECENT);
      draft.write(recentName, after);
      return after;
    });

  const send = async (scan: DoorScan): Promise<DoorResult> => {
    const { name: _, ...input } = scan;
    const now = () => new Date(serverNow()).toISOString();
    const next = await checkIn(eventId, input).then(
      (answer) => resultOf(scan, answer, now()),
      (error: unknown) => resultOfFailure(scan, error, now()),
    );
    if (next.kind === 'kept') queue.add(scan);
    else queue.remove(scan.scanId);
    setWaiting(queue.list().length);
    note(next);
    setResult((shown) => (shown?.scanId === next.scanId ? next : shown));
    void client.invalidateQueries({ queryKey: guestsKey(eventId) });
    return next;
  };

  /** One code or one tap. While one is on its way the next one is not lost: it is simply sent as well. */
  const scan = async (target: Target) => {
    setBusy(true);
    const next = await send({ name: '', ...target, scanId: newId(), gate });
    setBusy(false);
    setResult(next);
    vibrate(VIBRATION[next.kind]);
  };

  const flush = async () => {
    if (sending.current) return;
    sending.current = true;
    for (const kept of queue.list()) if ((await send(kept)).kind === 'kept') break;
    sending.current = false;
  };

  const flushLater = useEffectEvent(() => {
    if (queue.list().length > 0) void flush();
  });
  useEffect(() => {
    flushLater();
    const timer = setInterval(flushLater, TRY_AGAIN_MS);
    window.addEventListener('online', flushLater);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flushLater);
    };
  }, []);

  return { scan, busy, result, recent, waiting, flush: () => void flush() };
}
