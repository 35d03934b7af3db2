import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useConnection, useLive, useOnReturn } from '../../lib/live.js';
import { speakForScreen } from '../../lib/socket.js';
import { isOutdated } from './new-release.js';
import { codeQuery, screenQuery } from './screen.queries.js';
import { codesOf } from './screen-codes.js';
import { handedOver, handOver } from './screen-handover.js';

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
  // A link that was taken away ends its connection: whether it was that, or only the network, the answer tells.
  const lost = useConnection() === 'lost';
  useEffect(() => {
    if (lost) void client.invalidateQueries(screenQuery(token));
  }, [lost, client, token]);
}

const LOOK_FOR_RELEASE_MS = 5 * 60_000;
/** While servers are updated one after the other, the next answer may come from one that is still the old. */
const SETTLED_AFTER_MS = 60_000;
const justReloaded = (token: string) => handedOver(token) !== null && performance.now() < SETTLED_AFTER_MS;

/**
 * Takes up a new release by itself. The next page begins with what this one shows, and the browser keeps showing this one until then. Full
 * screen would end with the page, and nobody is there to ask for it again: then it waits.
 */
export function useNewReleases(token: string): void {
  const client = useQueryClient();
  const look = useEffectEvent(async () => {
    if (document.fullscreenElement !== null || justReloaded(token) || !(await isOutdated())) return;
    const view = client.getQueryData(screenQuery(token).queryKey);
    if (view) {
      const codes = codesOf(view).map(({ picture }) => [picture, client.getQueryData(codeQuery(picture).queryKey)]);
      handOver(token, view, Object.fromEntries(codes.filter(([, code]) => code !== undefined)));
    }
    location.reload();
  });
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_FOR_RELEASE_MS);
    const left = () => void look();
    document.addEventListener('fullscreenchange', left);
    return () => {
      clearInterval(timer);
      document.removeEventListener('fullscreenchange', left);
    };
  }, []);
  // A server that was away has often come back as a newer one.
  useOnReturn(() => void look());
}
