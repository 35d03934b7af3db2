import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { DomainError } from '../common/domain-error.js';
import { Departures } from './departures.js';
import type { LiveSocket } from './live-socket.js';
import { type RoomName, rooms } from './rooms.js';
import type { MessageContext } from './socket-messages.js';

/** @throws DomainError when the person may not, or no longer, hear what is said in the event's room */
type Require = (actor: Actor, eventId: string) => Promise<unknown>;
/** Lets the sender of a message into the event's room; resolves to who that is. @throws what `Require` throws */
type Enter = (context: MessageContext, eventId: string) => Promise<Actor>;

/**
 * Rooms in which somebody is by a right that can end. It is asked when they come, again when they were sent out while it was
 * being asked, and of everybody when this node may have missed a word of the others.
 */
@Injectable()
export class WatchedRooms {
  private readonly rights = new Map<string, Require>();
  private readonly departures = new Departures();

  /** `const enter = watched.add(rooms.desk, (actor, eventId) => …)`, once for each kind of room. */
  add(room: (eventId: string) => RoomName, require: Require): Enter {
    this.rights.set(kindOf(room('')), require);
    return async ({ holder, socket }, eventId) => {
      if (holder.kind !== 'person') throw new DomainError('not_allowed');
      const { actor } = holder;
      const name = room(eventId);
      const asked = performance.now();
      await require(actor, eventId);
      // Who is gone by now would stay in the room for ever; nobody hears this answer.
      if (!socket.connected) throw new DomainError('unavailable');
      await socket.join(name);
      if (this.departures.since(departure(actor.accountId, name), asked))
        await require(actor, eventId).catch((error: unknown) => {
          void socket.leave(name);
          throw error;
        });
      return actor;
    };
  }

  /** Somebody was sent out: who is just coming in by a right they had before is asked again. */
  sentOut(accountId: string, room: RoomName): void {
    this.departures.note(departure(accountId, room));
  }

  /** Rights at an event may have ended: whoever is just coming in is asked again, and who is in, too. @throws like `recheck` */
  async lookAgain(accountId: string, eventId: string, sockets: readonly LiveSocket[]): Promise<void> {
    for (const kind of this.rights.keys()) this.departures.note(`${rooms.account(accountId)} ${kind}${eventId}`);
    await Promise.all(sockets.map((socket) => this.recheck(socket)));
  }

  /** The events in whose rooms a socket is. */
  eventsOf(socket: LiveSocket): Set<string> {
    const names = [...socket.rooms].filter((name) => this.rights.has(kindOf(name)));
    return new Set(names.map((name) => name.slice(kindOf(name).length)));
  }

  /** Takes the socket out of rooms whose right has ended. @throws when that cannot be found out */
  async recheck(socket: LiveSocket): Promise<void> {
    const { holder } = socket.data;
    if (holder.kind !== 'person') return;
    for (const name of socket.rooms) {
      const require = this.rights.get(kindOf(name));
      if (!require) continue;
      await require(holder.actor, name.slice(kindOf(name).length)).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        void socket.leave(name);
      });
    }
  }
}

/** What stands before the event's id in the room's name. */
function kindOf(room: string): string {
  return room.slice(0, room.indexOf(':') + 1);
}

function departure(accountId: string, room: RoomName): string {
  return `${rooms.account(accountId)} ${room}`;
}
