import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive, useOnReturn } from '../../lib/live.js';
import { speakForScreen } from '../../lib/socket.js';
import { screenQuery } from './screen.queries.js';

/** Hears that something changed, by the link instead of a session. */
export function useScreenLive(token: string): void {
  const client = useQueryClient();
  const refetch = () => void client.invalidateQueries(screenQuery(token));
  // First of the effects, so that the connection is opened with the link.
  useEffect(() => {
    speakForScreen(token);
    return () => speakForScreen(null);
  }, [token]);
  useLive('screen:changed', refetch);
  useOnReturn(refetch);
}
