import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.js';
import { EventsModule } from '../events/events.module.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataRepository } from './my-data.repository.js';
import { MyDataService } from './my-data.service.js';
import { MyDataArchive } from './my-data-archive.js';

/** What each noun keeps of a person is said by the noun; here it is put together, or taken apart (P2). */
@Module({
  imports: [EventsModule, MailModule],
  controllers: [MyDataController],
  providers: [MyDataArchive, MyDataRepository, MyDataService],
})
export class MyDataModule {}
