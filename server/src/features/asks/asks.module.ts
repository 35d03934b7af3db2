import { Module } from '@nestjs/common';
import { EncountersModule } from '../encounters/encounters.module.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { AsksController } from './asks.controller.js';
import { AsksGateway } from './asks.gateway.js';
import { AsksListener } from './asks.listener.js';
import { AsksRepository } from './asks.repository.js';
import { AsksService } from './asks.service.js';
import { AskDeskController } from './desk/ask-desk.controller.js';
import { AskDeskRepository } from './desk/ask-desk.repository.js';
import { AskDeskService } from './desk/ask-desk.service.js';
import { AsksPersonalData } from './personal-data.repository.js';
import { AskMessagesRepository } from './threads/ask-messages.repository.js';
import { AskMessagesService } from './threads/ask-messages.service.js';
import { AskThreadsController } from './threads/ask-threads.controller.js';
import { AskThreadsRepository } from './threads/ask-threads.repository.js';
import { AskThreads } from './threads/ask-threads.service.js';
import { AwaitedHelps } from './threads/awaited-helps.repository.js';

@Module({
  imports: [EncountersModule, EventsModule, RegistrationsModule],
  controllers: [AskDeskController, AsksController, AskThreadsController],
  providers: [
    AsksPersonalData,
    AwaitedHelps,
    AsksRepository,
    AsksService,
    AsksGateway,
    AsksListener,
    AskThreadsRepository,
    AskThreads,
    AskMessagesRepository,
    AskMessagesService,
    AskDeskRepository,
    AskDeskService,
  ],
  exports: [AsksService, AskThreads],
})
export class AsksModule {}
