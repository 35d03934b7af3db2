import type { BoardWatched } from '@teabreak/shared';
import { act } from '@testing-library/react';

// Its types do not name what it does for ES modules.
const { unstable_mockModule: mockModule } = import.meta.jest as unknown as {
  unstable_mockModule: (name: string, factory: () => unknown) => void;
};

type Listener = (message: unknown) => void;

/**
 * Stands in for the page's one connection: connected from the start, answers a question by its name, and lets a test say what the
 * server would. Call it once per file, before anything is rendered.
 */
export function fakeSocket(answers: { 'board:watch'?: () => BoardWatched } = {}) {
  const listeners = new Map<string, Set<Listener>>();
  const answer = (question: string) => answers[question as 'board:watch']?.() ?? null;
  const socket = {
    connected: true,
    io: { on: () => undefined },
    onAny: () => undefined,
    on: (event: string, listener: Listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      if (event === 'connect') queueMicrotask(() => listener(undefined));
    },
    off: (event: string, listener: Listener) => listeners.get(event)?.delete(listener),
    timeout: () => ({ emitWithAck: async (question: string) => ({ ok: true, data: answer(question) }) }),
  };
  mockModule('socket.io-client', () => ({ io: () => socket }));
  return {
    /** What the server sends to this phone. */
    send: (event: string, message: unknown) =>
      act(async () => {
        for (const listener of listeners.get(event) ?? []) listener(message);
      }),
    /** How many hear a message: a test that sends too early would prove nothing. */
    heard: (event: string) => listeners.get(event)?.size ?? 0,
  };
}
