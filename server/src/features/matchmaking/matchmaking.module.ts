import { Global, Module } from '@nestjs/common';
import { SuggestedPeople } from '../../common/suggested-people.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { MatchmakingController } from './matchmaking.controller.js';
import { MatchmakingListener } from './matchmaking.listener.js';
import { MatchmakingRepository } from './matchmaking.repository.js';
import { MatchmakingService } from './matchmaking.service.js';

/** Global, because features below it ask by the name of SuggestedPeople who is suggested to whom. */
@Global()
@Module({
  imports: [RegistrationsModule],
  controllers: [MatchmakingController],
  providers: [
    MatchmakingService,
    MatchmakingRepository,
    MatchmakingListener,
    { provide: SuggestedPeople, useExisting: MatchmakingService },
  ],
  exports: [SuggestedPeople],
})
export class MatchmakingModule {}
