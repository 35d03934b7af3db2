import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventParam } from '@teabreak/shared';
import { DomainError } from '../../common/domain-error.js';
import { rooms } from '../../realtime/rooms.js';
import { SocketMessages } from '../../realtime/socket-messages.js';
import { EventAccess } from './event-access.service.js';
import { MAY_SEE_DESK } from './events.policy.js';

/** The room of those who run an event. */
@Injectable()
export class DeskGateway implements OnModuleInit {
  constructor(
    private readonly messages: SocketMessages,
    private readonly access: EventAccess,
  ) {}

  onModuleInit(): void {
    this.messages.on('desk:watch', eventParam, async ({ eventId }, { holder, socket }) => {
      if (holder.kind !== 'person') throw new DomainError('not_allowed');
      await this.access.require(holder.actor, eventId, ...MAY_SEE_DESK);
      await socket.join(rooms.desk(eventId));
      return null;
    });
    this.messages.on('desk:unwatch', eventParam, async ({ eventId }, { socket }) => {
      await socket.leave(rooms.desk(eventId));
      return null;
    });
  }
}
