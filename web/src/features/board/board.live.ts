import { useQueryClient } from '@tanstack/react-query';
import type { BoardChanges } from '@teabreak/shared';
import { useRef } from 'react';
import { useLive, useOnReturn, useRoom } from '../../lib/live.js';
import { boardQuery, fetchChanges } from './board.queries.js';
import { applyBatch, type Batch, type BoardState } from './board-state.js';

/**
 * Keeps the board's query equal to the server's board (B3): batches from the socket are put on top of the version one has; a gap, a
 * reconnection and a phone that woke up fetch what changed since; a log that is too short fetches the whole board.
 * The room is entered once the board is `loaded`, so that nothing falls between the two.
 */
export function useBoardLive(eventId: string, loaded: boolean): void {
  const client = useQueryClient();
  const { queryKey } = boardQuery(eventId);
  const askedSince = useRef(0);
  const current = () => client.getQueryData<BoardState>(queryKey);

  const take = (batch: Batch, at: string): boolean => {
    const state = current();
    if (!state) return true;
    const next = applyBatch(state, batch, at);
    if (next === 'gap') return false;
    client.setQueryData(queryKey, next);
    return true;
  };

  const takeAnswer = (since: number, { version, changes, reset, at }: BoardChanges) => {
    if (reset || !take({ since, version, changes }, at)) return client.invalidateQueries({ queryKey });
    return undefined;
  };

  const catchUp = async () => {
    const state = current();
    if (!state) return;
    try {
      await takeAnswer(state.version, await fetchChanges(eventId, state.version));
    } catch {
      // Without an answer what is shown stays, and asking for the whole board says on the page that it is old.
      await client.invalidateQueries({ queryKey });
    }
  };

  useLive('board:changed', (batch) => {
    if (batch.eventId === eventId && !take(batch, new Date().toISOString())) void catchUp();
  });
  useRoom(
    'board:watch',
    'board:unwatch',
    loaded ? eventId : null,
    () => {
      askedSince.current = current()?.version ?? 0;
      return { eventId, since: askedSince.current };
    },
    (answer) => void takeAnswer(askedSince.current, answer),
  );
  useOnReturn(() => void catchUp());
}
