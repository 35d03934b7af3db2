import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive, useOnReturn, useRoom } from '../../lib/live.js';

/** A whole room hears it at once and need not ask in the same moment. */
const SPREAD_MS = 700;

/** What others post, answer and take back, and what is hidden, without a reload. */
export function useAsksLive(eventId: string): void {
  const { refetch, soon } = useRefetch(eventId);
  useRoom('asks:watch', 'asks:unwatch', eventId, () => ({ eventId }));
  useLive('asks:changed', (message) => {
    if (message.eventId === eventId) soon();
  });
  // Who is gone for me is gone with what they ask (I6).
  useLive('suggestions:changed', (message) => {
    if (message.eventId === eventId) soon();
  });
  useOnReturn(refetch);
}

/** The same for those who run the event: the pages of their event are in the room of the desk. */
export function useAskDeskLive(eventId: string): void {
  const { refetch } = useRefetch(eventId);
  useLive('asks:changed', (message) => {
    if (message.eventId === eventId) refetch();
  });
  useOnReturn(refetch);
}

function useRefetch(eventId: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refetch = () => {
    timer.current = undefined;
    void client.invalidateQueries({ queryKey: ['asks', eventId] });
    void client.invalidateQueries({ queryKey: ['ask', eventId] });
  };
  const soon = () => {
    timer.current ??= setTimeout(refetch, Math.random() * SPREAD_MS);
  };
  return { refetch, soon };
}
