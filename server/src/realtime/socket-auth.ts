import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DomainError } from '../common/domain-error.js';
import { answerTo, asDomainError } from '../common/error-answer.js';
import { Logger } from '../common/logger.js';
import { requestLocale } from '../common/request-locale.js';
import { sessionTokenIn } from '../common/session-cookie.js';
import { SessionLookup } from '../common/session-lookup.js';
import { Config } from '../config/config.js';
import type { LiveSocket, SocketHolder } from './live-socket.js';
import { ScreenLookup } from './screen-lookup.js';

/** An error whose `data` Socket.IO hands to the client's `connect_error`. */
export class HandshakeRefused extends Error {
  constructor(readonly data: { code: string; message: string }) {
    super(data.code);
  }
}

/** Decides about a handshake. Headers and `auth` come from anybody and may have any shape. */
@Injectable()
export class SocketAuth {
  constructor(
    private readonly config: Config,
    private readonly modules: ModuleRef,
    private readonly logger: Logger,
  ) {}

  /** Socket.IO middleware: sets `socket.data.holder` or refuses. Never throws, never rejects. */
  readonly middleware = (socket: LiveSocket, next: (refusal?: Error) => void): void => {
    this.holderOf(socket.handshake).then(
      (holder) => {
        socket.data.holder = holder;
        next();
      },
      (error: unknown) => next(this.refusal(error, socket)),
    );
  };

  /** Asks again who holds a socket that is already connected; null when its session or link has ended. */
  async stillHolds({ data: { holder } }: LiveSocket): Promise<boolean> {
    return holder.kind === 'person'
      ? (await this.sessions().find(holder.token)) !== null
      : (await this.screens().find(holder.token)) !== null;
  }

  private async holderOf(handshake: LiveSocket['handshake']): Promise<SocketHolder> {
    const screen: unknown = Object.hasOwn(handshake.auth ?? {}, 'screen') ? handshake.auth.screen : undefined;
    if (typeof screen === 'string') return this.projector(screen.slice(0, 500));
    const token = sessionTokenIn(handshake.headers.cookie, this.config.secure);
    if (token === null) throw new DomainError('not_signed_in');
    const actor = await this.sessions().find(token);
    if (!actor) throw new DomainError('session_ended');
    return { kind: 'person', actor, token };
  }

  private async projector(token: string): Promise<SocketHolder> {
    const screen = await this.screens().find(token);
    if (!screen) throw new DomainError('not_found');
    return { kind: 'screen', ...screen, token };
  }

  private refusal(error: unknown, socket: LiveSocket): HandshakeRefused {
    const known = asDomainError(error);
    if (!known) this.logger.error({ error }, 'handshake failed');
    const { code, message } = answerTo(
      known ?? new DomainError('unavailable'),
      requestLocale(socket.handshake.headers['accept-language']),
    ).body;
    return new HandshakeRefused({ code, message });
  }

  /** Both are provided by features that themselves import this module, so they are looked up when needed. */
  private sessions(): SessionLookup {
    return this.modules.get(SessionLookup, { strict: false });
  }
  private screens(): ScreenLookup {
    return this.modules.get(ScreenLookup, { strict: false });
  }
}
