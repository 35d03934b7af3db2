import type { ServerToClientEvents } from '@teabreak/shared';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import {
  ask,
  type Connection,
  currentConnection,
  openSocket,
  type Question,
  type QuestionAnswer,
  type QuestionInput,
  subscribeConnection,
} from './socket.js';

export const useConnection = (): Connection => useSyncExternalStore(subscribeConnection, currentConnection);

/** Hears one message for as long as the component is on the screen. The handler may change between renders. */
export function useLive<E extends keyof ServerToClientEvents>(event: E, handler: ServerToClientEvents[E]): void {
  const hear = useEffectEvent(handler as (...args: unknown[]) => void);
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    openSocket().then(
      (socket) => {
        if (gone) return;
        const listener = ((...args: unknown[]) => hear(...args)) as never;
        socket.on(event, listener);
        stop = () => socket.off(event, listener);
      },
      () => {},
    );
    return () => {
      gone = true;
      stop();
    };
  }, [event]);
}

/**
 * Joins a room by its question on every (re)connection and leaves it by `leave`. `input` is asked for anew each time, so that it
 * can carry the version one has. `null` as eventId: not yet.
 */
export function useRoom<Q extends Question>(
  enter: Q,
  leave: Question,
  eventId: string | null,
  input: () => QuestionInput<Q>,
  onAnswer: (answer: QuestionAnswer<Q>) => void = () => {},
): void {
  const question = useEffectEvent(input);
  const heard = useEffectEvent(onAnswer);
  useEffect(() => {
    if (!eventId) return;
    let gone = false;
    let stop = () => {};
    const join = () => {
      ask(enter, question()).then(
        (answer) => {
          if (!gone) heard(answer);
        },
        () => {},
      );
    };
    openSocket().then(
      (socket) => {
        if (gone) return;
        socket.on('connect', join);
        if (socket.connected) join();
        stop = () => {
          socket.off('connect', join);
          if (socket.connected) ask(leave, { eventId }).catch(() => {});
        };
      },
      () => {},
    );
    return () => {
      gone = true;
      stop();
    };
  }, [enter, leave, eventId]);
}

/** Runs when the phone wakes up, comes back to the page or gets its network back: live messages were missed. */
export function useOnReturn(callback: () => void): void {
  const back = useEffectEvent(callback);
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') back();
    };
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pageshow', seen);
    window.addEventListener('online', seen);
    const stop = subscribeConnection(() => {
      if (currentConnection() === 'connected') back();
    });
    return () => {
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pageshow', seen);
      window.removeEventListener('online', seen);
      stop();
    };
  }, []);
}
