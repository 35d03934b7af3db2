import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { serverNow } from '../../lib/clock.js';
import { useLive, useOnWake, useRoom } from '../../lib/live.js';
import { boardQuery } from './board.queries.js';
import type { Batch, BoardState } from './board-state.js';

/**
 * Keeps the phone's board equal to the server's (B3): batches from the socket are put on top of the version one has; a gap and a phone
 * that woke up fetch what changed since; a new connection is told so with the answer of its room. The room is entered once there is a
 * `board`, so that nothing falls between the two.
 */
export function useBoardLive(eventId: string, board: BoardState | undefined): void {
  const client = useQueryClient();
  const query = boardQuery(eventId);
  const askedSince = useRef(0);
  // An answer that is on its way already is waited for. Without one what is shown stays, and the page says since when.
  const catchUp = () => void client.fetchQuery({ ...query, staleTime: 0 }).catch(() => {});

  const take = (batch: Batch, at: number) => {
    const current = client.getQueryData<BoardState>(query.queryKey);
    if (!current) return;
    if (!current.take(batch, at)) catchUp();
    // What could not be fetched a moment ago has come by the socket.
    else if (client.getQueryState(query.queryKey)?.error) client.setQueryData(query.queryKey, current);
  };

  useLive('board:changed', (batch) => {
    if (batch.eventId === eventId) take(batch, serverNow());
  });
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  // When the lists of a large room are made, all who are in it hear so at the same time.
  const toMe = (message: { eventId: string }) => {
    if (message.eventId !== eventId) return;
    clearTimeout(later.current);
    const ask = () => void client.invalidateQueries({ queryKey: ['board-relations', eventId] });
    later.current = setTimeout(ask, Math.random() * (board?.people.size ?? 0));
  };
  useLive('suggestions:changed', toMe);
  useLive('acquaintance:changed', toMe);
  useRoom(
    'board:watch',
    'board:unwatch',
    board ? eventId : null,
    () => {
      askedSince.current = client.getQueryData<BoardState>(query.queryKey)?.version ?? 0;
      return { eventId, since: askedSince.current };
    },
    (answer) => {
      const known = client.getQueryData<BoardState>(query.queryKey);
      if (answer.reset || answer.more || answer.audience !== known?.audience) return catchUp();
      take({ ...answer, since: askedSince.current }, Date.parse(answer.at));
    },
    catchUp,
  );
  useOnWake(() => {
    if (board) catchUp();
  });
}
