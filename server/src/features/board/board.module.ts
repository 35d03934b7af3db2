import { Global, Module } from '@nestjs/common';
import { BoardLog } from '../../common/board-log.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CircleModule } from '../circle/circle.module.js';
import { EncountersModule } from '../encounters/encounters.module.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { BoardController } from './board.controller.js';
import { BoardGateway } from './board.gateway.js';
import { BoardListener } from './board.listener.js';
import { BoardRepository } from './board.repository.js';
import { BoardService } from './board.service.js';
import { BoardAnswers } from './board-answers.js';
import { BoardAudiences } from './board-audiences.js';
import { BoardBroadcast } from './board-broadcast.js';
import { BoardCache } from './board-cache.js';
import { BoardHints } from './board-hints.js';
import { BoardLogService } from './board-log.service.js';
import { PeopleRepository } from './people/people.repository.js';
import { PeopleService } from './people/people.service.js';
import { BoardPersonalData } from './personal-data.repository.js';
import { RelationsRepository } from './relations/relations.repository.js';
import { RelationsService } from './relations/relations.service.js';
import { RoomTraitsLookup } from './relations/room-traits.js';

/** Global, because features below the board write into its log without knowing it. */
@Global()
@Module({
  imports: [AccountsModule, CircleModule, EncountersModule, EventsModule, RegistrationsModule],
  controllers: [BoardController],
  providers: [
    BoardPersonalData,
    BoardAnswers,
    BoardAudiences,
    BoardBroadcast,
    BoardCache,
    BoardGateway,
    BoardHints,
    BoardListener,
    { provide: BoardLog, useClass: BoardLogService },
    BoardRepository,
    BoardService,
    PeopleRepository,
    PeopleService,
    RelationsRepository,
    RelationsService,
    RoomTraitsLookup,
  ],
  exports: [BoardLog],
})
export class BoardModule {}
