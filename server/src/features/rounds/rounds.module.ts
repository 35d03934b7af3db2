import { Module } from '@nestjs/common';
import { EncountersModule } from '../encounters/encounters.module.js';
import { EventsModule } from '../events/events.module.js';
import { MatchmakingModule } from '../matchmaking/matchmaking.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { MyRoundsController } from './my-rounds.controller.js';
import { MyRounds } from './my-rounds.service.js';
import { RoundsPersonalData } from './personal-data.repository.js';
import { RoundChanges } from './round-changes.service.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundPlanner } from './round-planner.service.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import { RoundSteps } from './round-steps.service.js';
import { RoundTables } from './round-tables.service.js';
import { RoundTimer } from './round-timer.service.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsListener } from './rounds.listener.js';
import { RoundsRepository } from './rounds.repository.js';
import { RoundsService } from './rounds.service.js';

@Module({
  imports: [EncountersModule, EventsModule, MatchmakingModule, RegistrationsModule],

  controllers: [MyRoundsController, RoundsController],
  providers: [
    RoundsPersonalData,
    AppointmentsRepository,
    MyRounds,
    RoundChanges,
    RoundPeopleRepository,
    RoundPlanner,
    RoundSeatsRepository,
    RoundSteps,
    RoundTables,
    RoundTimer,
    RoundsListener,
    RoundsRepository,
    RoundsService,
  ],
  exports: [RoundsService, MyRounds],
})
export class RoundsModule {}
