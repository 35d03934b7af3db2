import { Module } from '@nestjs/common';
import { AsksModule } from '../asks/asks.module.js';
import { CircleModule } from '../circle/circle.module.js';
import { EncountersModule } from '../encounters/encounters.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { IntroductionsModule } from '../introductions/introductions.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';

@Module({
  imports: [
    AsksModule,
    CircleModule,
    EncountersModule,
    FollowUpsModule,
    IntroductionsModule,
    RegistrationsModule,
    RoundsModule,
  ],
  controllers: [InboxController],
  providers: [InboxRepository, InboxService],
})
export class InboxModule {}
