import { Module } from '@nestjs/common';
import { CircleModule } from '../circle/circle.module.js';
import { EncountersModule } from '../encounters/encounters.module.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { AwaitedIntroductions } from './awaited-introductions.service.js';
import { HostTurnsController } from './hosts/host-turns.controller.js';
import { HostTurnsRepository } from './hosts/host-turns.repository.js';
import { HostTurns } from './hosts/host-turns.service.js';
import { IntroductionChanges } from './introduction-changes.service.js';
import { IntroductionExpiryRepository } from './introduction-expiry.repository.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';
import { IntroductionRequestsRepository } from './introduction-requests.repository.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { IntroductionsController } from './introductions.controller.js';
import { IntroductionsListener } from './introductions.listener.js';
import { IntroductionsRepository } from './introductions.repository.js';
import { IntroductionsService } from './introductions.service.js';
import { MeetingPlanner } from './meetings/meeting-planner.service.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MeetingsRepository } from './meetings/meetings.repository.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { IntroductionsPersonalData } from './personal-data.repository.js';
import { WaitingIntroductionsRepository } from './waiting-introductions.repository.js';
import { WaitingIntroductions } from './waiting-introductions.service.js';

@Module({
  imports: [CircleModule, EncountersModule, EventsModule, RegistrationsModule],
  // The hosts' own path comes before the one with an id in its place.
  controllers: [HostTurnsController, IntroductionsController, MeetingsController],
  providers: [
    IntroductionsPersonalData,
    IntroductionsRepository,
    IntroductionRequestsRepository,
    IntroductionExpiryRepository,
    HostTurnsRepository,
    MeetingsRepository,
    WaitingIntroductionsRepository,
    IntroductionChanges,
    MeetingPlanner,
    IntroductionsService,
    IntroductionRequests,
    MeetingsService,
    HostTurns,
    WaitingIntroductions,
    AwaitedIntroductions,
    IntroductionExpiry,
    IntroductionsListener,
  ],
  exports: [IntroductionsService, WaitingIntroductions],
})
export class IntroductionsModule {}
