import { Module } from '@nestjs/common';
import { MailController } from './mail.controller.js';
import { MailDispatcher } from './mail.dispatcher.js';
import { MailRepository } from './mail.repository.js';
import { MailService } from './mail.service.js';
import { MailPersonalData } from './personal-data.repository.js';

@Module({
  controllers: [MailController],
  providers: [MailPersonalData, MailRepository, MailService, MailDispatcher],
  exports: [MailService],
})
export class MailModule {}
