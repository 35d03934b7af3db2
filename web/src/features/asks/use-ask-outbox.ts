import type { AskInput } from '@teabreak/shared';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ApiError } from '../../lib/api-error.js';
import { useOnReturn } from '../../lib/live.js';
import { draft } from '../../lib/storage.js';
import { postAsk, useAsksChanged } from './asks.mutations.js';

type Waiting = { input: AskInput; failure: unknown };
export type AskOutbox = {
  /** What was posted and is not on the server yet, as far as this phone knows; `failure` stopped the last try. */
  waiting: Waiting | null;
  send: (input: AskInput) => void;
  again: () => void;
  /** Takes it out, to be changed or forgotten. */
  takeOut: () => AskInput | null;
};

/**
 * A post is on the page at once and stays until the server has it, also over a reload of the tab and a lost network. It keeps its
 * `requestId`, so that trying again never doubles it.
 */
export function useAskOutbox(eventId: string): AskOutbox {
  const name = `ask-outbox-${eventId}`;
  const [waiting, setWaiting] = useState<Waiting | null>(() => {
    const input = draft.read(name) as AskInput | null;
    return input && { input, failure: null };
  });
  const changed = useAsksChanged(eventId);
  const running = useRef(false);

  const send = async (input: AskInput) => {
    if (running.current) return;
    running.current = true;
    draft.write(name, input);
    setWaiting({ input, failure: null });
    try {
      await postAsk(eventId, input);
      draft.remove(name);
      await changed();
      setWaiting(null);
    } catch (failure) {
      setWaiting({ input, failure });
    } finally {
      running.current = false;
    }
  };
  const resume = useEffectEvent(() => {
    if (waiting) void send(waiting.input);
  });
  useEffect(() => resume(), []);
  useOnReturn(() => {
    if (waiting?.failure instanceof ApiError && waiting.failure.unanswered) void send(waiting.input);
  });

  return {
    waiting,
    send: (input) => void send(input),
    again: () => waiting && void send(waiting.input),
    takeOut: () => {
      draft.remove(name);
      setWaiting(null);
      return waiting?.input ?? null;
    },
  };
}
