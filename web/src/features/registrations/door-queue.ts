import { kept } from '../../lib/storage.js';
import type { DoorScan } from './door-result.js';

/** Scans that got no answer, in their order, on this phone until they are answered: also over a reload and a flat battery. */
export type DoorQueue = { list: () => DoorScan[]; add: (scan: DoorScan) => void; remove: (scanId: string) => void };

export function doorQueue(eventId: string): DoorQueue {
  const key = `door.${eventId}`;
  const list = (): DoorScan[] => {
    try {
      const stored: unknown = JSON.parse(kept.read(key) ?? '[]');
      return Array.isArray(stored) ? stored : [];
    } catch {
      return [];
    }
  };
  const write = (scans: DoorScan[]) => kept.write(key, JSON.stringify(scans));
  return {
    list,
    add: (scan) => write([...list().filter(({ scanId }) => scanId !== scan.scanId), scan]),
    remove: (scanId) => write(list().filter((scan) => scan.scanId !== scanId)),
  };
}
