import { useEncounters } from '../encounters.queries.js';
import { DepthMeter } from './depth-meter.js';

/** The meter of one event; nothing until it is known. */
export function EventDepth({ eventId }: { eventId: string }) {
  const { data } = useEncounters(eventId);
  return data ? <DepthMeter encounters={data.encounters} /> : null;
}
