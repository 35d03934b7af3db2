import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { GroupChatController } from './group-chat.controller.js';
import { GroupChatRepository } from './group-chat.repository.js';
import { GroupChatService } from './group-chat.service.js';
import { GroupChatPersonalData } from './personal-data.repository.js';
import { RoomController } from './room/room.controller.js';
import { RoomGateway } from './room/room.gateway.js';
import { RoomListener } from './room/room.listener.js';
import { RoomRepository } from './room/room.repository.js';
import { RoomService } from './room/room.service.js';

@Module({
  imports: [AccountsModule, EventsModule, RegistrationsModule],
  controllers: [GroupChatController, RoomController],
  providers: [
    GroupChatPersonalData,
    GroupChatService,
    GroupChatRepository,
    RoomService,
    RoomRepository,
    RoomGateway,
    RoomListener,
  ],
})
export class GroupChatModule {}
