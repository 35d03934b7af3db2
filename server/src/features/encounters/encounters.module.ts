import { Module } from '@nestjs/common';
import { CircleModule } from '../circle/circle.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CardCodes } from './cards/card-codes.service.js';
import { CardExchangesController } from './cards/card-exchanges.controller.js';
import { CardExchangesRepository } from './cards/card-exchanges.repository.js';
import { CardExchangesService } from './cards/card-exchanges.service.js';
import { CardsController } from './cards/cards.controller.js';
import { CardsRepository } from './cards/cards.repository.js';
import { CardsService } from './cards/cards.service.js';
import { ContactGrantsRepository } from './contact-grants/contact-grants.repository.js';
import { ContactGrants } from './contact-grants/contact-grants.service.js';
import { ConversationPromises } from './conversations/conversation-promises.service.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { ConversationsRepository } from './conversations/conversations.repository.js';
import { ConversationsService } from './conversations/conversations.service.js';
import { EncountersController } from './encounters.controller.js';
import { EncountersListener } from './encounters.listener.js';
import { EncountersRepository } from './encounters.repository.js';
import { EncountersService } from './encounters.service.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesRepository } from './notes/notes.repository.js';
import { NotesService } from './notes/notes.service.js';
import { EncountersPersonalData } from './personal-data.repository.js';
import { VoiceNotesController } from './voice-notes/voice-notes.controller.js';
import { VoiceNotesRepository } from './voice-notes/voice-notes.repository.js';
import { VoiceNotesService } from './voice-notes/voice-notes.service.js';

@Module({
  imports: [CircleModule, RegistrationsModule],
  controllers: [
    EncountersController,
    NotesController,
    VoiceNotesController,
    ConversationsController,
    CardsController,
    CardExchangesController,
  ],
  providers: [
    EncountersPersonalData,
    EncountersRepository,
    EncountersService,
    EncountersListener,
    NotesRepository,
    NotesService,
    VoiceNotesRepository,
    VoiceNotesService,
    ConversationsRepository,
    ConversationsService,
    ConversationPromises,
    ContactGrantsRepository,
    ContactGrants,
    CardsRepository,
    CardCodes,
    CardsService,
    CardExchangesRepository,
    CardExchangesService,
  ],
  exports: [EncountersService, CardExchangesService, ConversationPromises, ContactGrants],
})
export class EncountersModule {}
