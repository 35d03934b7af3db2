import type { PublicEvent } from '@teabreak/shared';
import { useMemo } from 'react';

/** What the event's places are called, by id. The same map as long as the places are the same. */
export const usePlaceNames = ({ places }: Pick<PublicEvent, 'places'>): ReadonlyMap<string, string> =>
  useMemo(() => new Map(places.map(({ id, name }) => [id, name])), [places]);
