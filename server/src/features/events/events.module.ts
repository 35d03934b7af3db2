import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AgendaRepository } from './agenda.repository.js';
import { BreaksController } from './breaks/breaks.controller.js';
import { BreaksService } from './breaks/breaks.service.js';
import { DeskGateway } from './desk.gateway.js';
import { EventAccess } from './event-access.service.js';
import { EventQrController } from './event-qr.controller.js';
import { EventsController } from './events.controller.js';
import { EventsListener } from './events.listener.js';
import { EventsRepository } from './events.repository.js';
import { EventsService } from './events.service.js';
import { EventsPersonalData } from './personal-data.repository.js';
import { PublicEventsController } from './public-events/public-events.controller.js';
import { PublicEventsService } from './public-events/public-events.service.js';
import { EventHandover } from './team/event-handover.service.js';
import { TeamController } from './team/team.controller.js';
import { TeamRepository } from './team/team.repository.js';
import { TeamService } from './team/team.service.js';

@Module({
  imports: [AccountsModule, MailModule],
  controllers: [BreaksController, EventQrController, EventsController, PublicEventsController, TeamController],
  providers: [
    EventsPersonalData,
    AgendaRepository,
    BreaksService,
    DeskGateway,
    EventAccess,
    EventHandover,
    EventsListener,
    EventsRepository,
    EventsService,
    PublicEventsService,
    TeamRepository,
    TeamService,
  ],
  exports: [EventAccess, EventHandover, EventsService],
})
export class EventsModule {}
