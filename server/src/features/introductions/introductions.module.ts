import { Module } from '@nestjs/common';
import { CircleModule } from '../circle/circle.module.js';
import { EncountersModule } from '../encounters/encounters.module.js';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';
import { IntroductionRequestsRepository } from './introduction-requests.repository.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { IntroductionsController } from './introductions.controller.js';
import { IntroductionsListener } from './introductions.listener.js';
import { IntroductionsRepository } from './introductions.repository.js';
import { IntroductionsService } from './introductions.service.js';
import { MeetingPlacesRepository } from './meeting-places.repository.js';

@Module({
  imports: [CircleModule, EncountersModule, EventsModule, RegistrationsModule],
  controllers: [IntroductionsController],
  providers: [
    IntroductionsRepository,
    IntroductionRequestsRepository,
    MeetingPlacesRepository,
    IntroductionsService,
    IntroductionRequests,
    IntroductionExpiry,
    IntroductionsListener,
  ],
  exports: [IntroductionsService],
})
export class IntroductionsModule {}
