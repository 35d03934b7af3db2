import { Module } from '@nestjs/common';
import { ScreenLookup } from '../../realtime/screen-lookup.js';
import { AsksModule } from '../asks/asks.module.js';
import { EventsModule } from '../events/events.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { InsightsController } from './insights.controller.js';
import { InsightsRepository } from './insights.repository.js';
import { InsightsService } from './insights.service.js';
import { InsightsPersonalData } from './personal-data.repository.js';
import { ScreenController } from './screen/screen.controller.js';
import { ScreenListener } from './screen/screen.listener.js';
import { ScreenRepository } from './screen/screen.repository.js';
import { ScreenService } from './screen/screen.service.js';
import { ScreenLinksController } from './screen-links/screen-links.controller.js';
import { ScreenLinksRepository } from './screen-links/screen-links.repository.js';
import { ScreenLinksService } from './screen-links/screen-links.service.js';

@Module({
  imports: [AsksModule, EventsModule, RoundsModule],
  controllers: [InsightsController, ScreenController, ScreenLinksController],
  providers: [
    InsightsPersonalData,
    InsightsRepository,
    InsightsService,
    ScreenLinksRepository,
    ScreenLinksService,
    ScreenListener,
    ScreenRepository,
    ScreenService,
    { provide: ScreenLookup, useExisting: ScreenLinksService },
  ],
})
export class InsightsModule {}
