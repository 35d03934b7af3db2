import { Injectable } from '@nestjs/common';
import type { Ack, ClientToServerEvents } from '@teabreak/shared';
import type { z } from 'zod';
import { DomainError } from '../common/domain-error.js';
import type { LiveSocket, SocketHolder } from './live-socket.js';
import { type Acknowledge, SafeHandler } from './safe-handler.js';

export type MessageName = keyof ClientToServerEvents;
type Input<E extends MessageName> = Parameters<ClientToServerEvents[E]>[0];
type Answer<E extends MessageName> =
  Parameters<Parameters<ClientToServerEvents[E]>[1]>[0] extends Ack<infer T> ? T : never;
export interface MessageContext {
  holder: SocketHolder;
  socket: LiveSocket;
}
type Handler = (input: unknown, context: MessageContext) => Promise<unknown>;

/**
 * Every message that a client may send, by name. A feature's gateway registers its own:
 * `messages.on('board:watch', BoardWatch, async (input, { holder, socket }) => …)`. The handler's result is the
 * acknowledgement's data; what it throws becomes the acknowledgement's error.
 */
@Injectable()
export class SocketMessages {
  private readonly handlers = new Map<string, { schema: z.ZodType; handler: Handler }>();

  constructor(private readonly safe: SafeHandler) {}

  on<E extends MessageName>(
    name: E,
    schema: z.ZodType<Input<E>>,
    handler: (input: Input<E>, context: MessageContext) => Promise<Answer<E>>,
  ): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the message ${name}`);
    this.handlers.set(name, { schema, handler: handler as Handler });
  }

  /** For the table of permissions: a message without a row there is an error. */
  names(): string[] {
    return [...this.handlers.keys()].sort();
  }

  /**
   * Answers one frame, whatever its shape: the name first, the acknowledgement last, each may be missing. Who wants no answer could
   * not be told what is wrong; their connection ends.
   */
  async receive(socket: LiveSocket, frame: readonly unknown[]): Promise<void> {
    const acknowledge = frame.at(-1);
    if (typeof acknowledge !== 'function') {
      socket.conn.close();
      return;
    }
    const [name, input] = frame.slice(0, -1);
    await this.safe.answer(socket, acknowledge as Acknowledge, async () => {
      const known = typeof name === 'string' ? this.handlers.get(name) : undefined;
      if (!known) throw new DomainError('unknown_event');
      return known.handler(known.schema.parse(input), { holder: socket.data.holder, socket });
    });
  }
}
