import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.js';
import { EncountersModule } from '../encounters/encounters.module.js';
import { DigestController } from './digest/digest.controller.js';
import { DigestRepository } from './digest/digest.repository.js';
import { DigestService } from './digest/digest.service.js';
import { DigestSender } from './digest/digest-sender.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsListener } from './follow-ups.listener.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';
import { GiveFirstRepository } from './give-first/give-first.repository.js';
import { GiveFirstService } from './give-first/give-first.service.js';
import { FollowUpsPersonalData } from './personal-data.repository.js';

@Module({
  imports: [MailModule, EncountersModule],
  controllers: [FollowUpsController, DigestController],
  providers: [
    FollowUpsPersonalData,
    FollowUpsRepository,
    FollowUpsService,
    FollowUpsListener,
    GiveFirstRepository,
    GiveFirstService,
    DigestRepository,
    DigestService,
    DigestSender,
  ],
  exports: [FollowUpsService],
})
export class FollowUpsModule {}
