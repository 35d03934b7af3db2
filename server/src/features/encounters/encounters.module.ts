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
import { EncountersController } from './encounters.controller.js';
import { EncountersListener } from './encounters.listener.js';
import { EncountersRepository } from './encounters.repository.js';
import { EncountersService } from './encounters.service.js';
import { NotesRepository } from './notes/notes.repository.js';

@Module({
  imports: [CircleModule, RegistrationsModule],
  controllers: [EncountersController, CardsController, CardExchangesController],
  providers: [
    EncountersRepository,
    EncountersService,
    EncountersListener,
    NotesRepository,
    ContactGrantsRepository,
    ContactGrants,
    CardsRepository,
    CardCodes,
    CardsService,
    CardExchangesRepository,
    CardExchangesService,
  ],
  exports: [EncountersService, ContactGrants],
})
export class EncountersModule {}
