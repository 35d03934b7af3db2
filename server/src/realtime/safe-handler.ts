import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Ack, Locale } from '@teabreak/shared';
import { DomainError } from '../common/domain-error.js';
import { answerTo, asDomainError } from '../common/error-answer.js';
import { Logger } from '../common/logger.js';
import type { LiveSocket } from './live-socket.js';
import { cutOff } from './slow-sockets.js';
import { TokenBucket } from './token-bucket.js';

/** A person taps; a program floods. */
const BURST = 40;
const PER_SECOND = 10;
/** Who goes on after so many refusals takes the thread from everybody else: each message is read before it is refused. */
const REFUSALS = 400;

export type Acknowledge = (answer: Ack<unknown>) => void;

/** Runs a message's handler so that the sender always hears back and nothing is ever thrown into the socket server. */
@Injectable()
export class SafeHandler {
  private readonly buckets = new WeakMap<LiveSocket, TokenBucket>();
  private readonly running = new Set<Promise<void>>();
  private closing = false;

  constructor(private readonly logger: Logger) {}

  /** Acknowledges with what `handle` resolves to, or why it does not. Never rejects. */
  answer(socket: LiveSocket, acknowledge: Acknowledge, handle: () => Promise<unknown>): Promise<void> {
    const done = this.run(socket, acknowledge, handle).finally(() => this.running.delete(done));
    this.running.add(done);
    return done;
  }

  /** Refuses what comes from now on and waits for what is running. */
  async drain(): Promise<void> {
    this.closing = true;
    await Promise.all(this.running);
  }

  private async run(socket: LiveSocket, acknowledge: Acknowledge, handle: () => Promise<unknown>): Promise<void> {
    try {
      if (this.closing) throw new DomainError('unavailable');
      const bucket = this.bucketOf(socket);
      if (!bucket.take(performance.now())) {
        if (bucket.refused === REFUSALS) cutOff(socket);
        throw new DomainError('too_many_requests', { params: { seconds: 5 } });
      }
      acknowledge({ ok: true, data: await handle() });
    } catch (error) {
      const { code, message } = answerTo(asDomainError(error) ?? this.ownFault(error), localeFor(socket)).body;
      acknowledge({ ok: false, error: { code, message } });
    }
  }

  private ownFault(error: unknown): DomainError {
    const reference = randomUUID().slice(0, 8);
    this.logger.error({ error, reference }, 'socket message failed');
    return new DomainError('internal', { params: { reference } });
  }

  private bucketOf(socket: LiveSocket): TokenBucket {
    const bucket = this.buckets.get(socket) ?? new TokenBucket(BURST, PER_SECOND, performance.now());
    this.buckets.set(socket, bucket);
    return bucket;
  }
}

function localeFor(socket: LiveSocket): Locale {
  const { holder } = socket.data;
  return holder.kind === 'person' ? holder.actor.locale : 'en';
}
