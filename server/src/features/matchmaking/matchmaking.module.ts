import { Global, Module } from '@nestjs/common';
import { CommonGround } from '../../common/common-ground.js';
import { Meanings } from '../../common/meanings.js';
import { SuggestedPeople } from '../../common/suggested-people.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { EmbeddingsRepository } from './embeddings/embeddings.repository.js';
import { RoomCloseness } from './embeddings/room-closeness.js';
import { MatchRooms } from './match-rooms.js';
import { MatchedGround } from './matched-ground.js';
import { MatchmakingController } from './matchmaking.controller.js';
import { MatchmakingListener } from './matchmaking.listener.js';
import { MatchmakingRepository } from './matchmaking.repository.js';
import { MatchmakingService } from './matchmaking.service.js';
import { MatchmakingPersonalData } from './personal-data.repository.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsRepository } from './settings/settings.repository.js';
import { SettingsService } from './settings/settings.service.js';
import { VocabularyMeanings } from './vocabulary-meanings.js';
import { WishesController } from './wishes/wishes.controller.js';
import { WishesRepository } from './wishes/wishes.repository.js';
import { WishesService } from './wishes/wishes.service.js';

/** Global, because features below it ask by these names who is suggested to whom, and what people have in common. */
@Global()
@Module({
  imports: [EventsModule, RegistrationsModule],
  controllers: [MatchmakingController, SettingsController, WishesController],
  providers: [
    MatchmakingPersonalData,
    EmbeddingsRepository,
    RoomCloseness,
    MatchRooms,
    MatchmakingService,
    MatchmakingRepository,
    MatchmakingListener,
    SettingsRepository,
    SettingsService,
    WishesRepository,
    WishesService,
    { provide: SuggestedPeople, useExisting: MatchmakingService },
    { provide: CommonGround, useClass: MatchedGround },
    { provide: Meanings, useClass: VocabularyMeanings },
  ],
  exports: [MatchmakingService, SuggestedPeople, CommonGround, Meanings],
})
export class MatchmakingModule {}
