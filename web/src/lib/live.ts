import type { ServerToClientEvents } from '@teabreak/shared';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { ApiError } from './api-error.js';
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
import { onConnected, onWake } from './wake.js';

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

const ASK_AGAIN_MS = 3000;

/**
 * Joins a room by its question on every (re)connection and leaves it by `leave`. `input` is asked for anew each time, so that it
 * can carry the version one has. `null` as eventId: not yet. A question without an answer is asked again as long as the connection
 * holds: outside of the room nothing would ever be heard. `onFailure` hears of those, and of refusals.
 */
export function useRoom<Q extends Question>(
  enter: Q,
  leave: Question,
  eventId: string | null,
  input: () => QuestionInput<Q>,
  onAnswer: (answer: QuestionAnswer<Q>) => void = () => {},
  onFailure: () => void = () => {},
): void {
  const question = useEffectEvent(input);
  const heard = useEffectEvent(onAnswer);
  const failed = useEffectEvent(onFailure);
  useEffect(() => {
    if (!eventId) return;
    let gone = false;
    let stop = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    openSocket().then(
      (socket) => {
        if (gone) return;
        const join = () => {
          clearTimeout(timer);
          ask(enter, question()).then(
            (answer) => {
              if (!gone) heard(answer);
            },
            (error: unknown) => {
              if (gone || !socket.connected) return;
              failed();
              if (error instanceof ApiError && error.unanswered)
                timer = setTimeout(join, ASK_AGAIN_MS * (1 + Math.random()));
            },
          );
        };
        socket.on('connect', join);
        if (socket.connected) join();
        stop = () => {
          clearTimeout(timer);
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

/**
 * Runs when the phone wakes up, comes back to the page or gets its network back: live messages were missed. A phone that is unlocked
 * says so in several ways at once; that is one return.
 */
export function useOnWake(callback: () => void): void {
  const back = useEffectEvent(callback);
  useEffect(() => onWake(() => back()), []);
}

/** `useOnWake`, and when the connection for live messages stands again. */
export function useOnReturn(callback: () => void): void {
  const back = useEffectEvent(callback);
  useEffect(() => {
    const stopWaking = onWake(() => back());
    const stopConnecting = onConnected(() => back());
    return () => {
      stopWaking();
      stopConnecting();
    };
  }, []);
}
