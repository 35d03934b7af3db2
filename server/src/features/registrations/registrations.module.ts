import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.js';
import { EventsModule } from '../events/events.module.js';
import { AttendeeAccessRepository } from './attendee-access.repository.js';
import { AttendeeAccess } from './attendee-access.service.js';
import { CheckInController } from './check-in/check-in.controller.js';
import { CheckInRepository } from './check-in/check-in.repository.js';
import { CheckInService } from './check-in/check-in.service.js';
import { ClaimsController } from './claims/claims.controller.js';
import { ClaimsRepository } from './claims/claims.repository.js';
import { ClaimsService } from './claims/claims.service.js';
import { InvitationsService } from './claims/invitations.service.js';
import { PersonalLinks } from './claims/personal-links.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ContactsRepository } from './contacts/contacts.repository.js';
import { ContactsService } from './contacts/contacts.service.js';
import { GuestImportController } from './guest-import/guest-import.controller.js';
import { GuestImportRepository } from './guest-import/guest-import.repository.js';
import { GuestImportService } from './guest-import/guest-import.service.js';
import { GuestsController } from './guests/guests.controller.js';
import { GuestsRepository } from './guests/guests.repository.js';
import { GuestsService } from './guests/guests.service.js';
import { JoinQueue } from './joins/join-queue.js';
import { JoinsRepository } from './joins/joins.repository.js';
import { JoinsService } from './joins/joins.service.js';
import { MeController } from './me/me.controller.js';
import { MeRepository } from './me/me.repository.js';
import { MeService } from './me/me.service.js';
import { RegistrationsPersonalData } from './personal-data.repository.js';
import { PresenceRepository } from './presence/presence.repository.js';
import { PresenceService } from './presence/presence.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsListener } from './registrations.listener.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { RegistrationsService } from './registrations.service.js';
import { SeatsRepository } from './seats.repository.js';
import { SeatsService } from './seats.service.js';
import { Tickets } from './tickets.js';

@Module({
  imports: [EventsModule, MailModule],
  controllers: [
    RegistrationsController,
    MeController,
    ContactsController,
    GuestsController,
    ClaimsController,
    CheckInController,
    GuestImportController,
  ],
  providers: [
    RegistrationsPersonalData,
    AttendeeAccess,
    AttendeeAccessRepository,
    CheckInRepository,
    CheckInService,
    ClaimsRepository,
    ClaimsService,
    ContactsRepository,
    ContactsService,
    GuestImportRepository,
    GuestImportService,
    GuestsRepository,
    GuestsService,
    InvitationsService,
    JoinQueue,
    JoinsRepository,
    JoinsService,
    MeRepository,
    MeService,
    PersonalLinks,
    PresenceRepository,
    PresenceService,
    RegistrationsListener,
    RegistrationsRepository,
    RegistrationsService,
    SeatsRepository,
    SeatsService,
    Tickets,
  ],
  exports: [AttendeeAccess, PresenceService],
})
export class RegistrationsModule {}
