import { Module } from '@nestjs/common';
import { ScreenLookup } from '../../realtime/screen-lookup.js';
import { EventsModule } from '../events/events.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { InsightsController } from './insights.controller.js';
import { InsightsRepository } from './insights.repository.js';
import { InsightsService } from './insights.service.js';
import { ScreenController } from './screen/screen.controller.js';
import { ScreenListener } from './screen/screen.listener.js';
import { ScreenRepository } from './screen/screen.repository.js';
import { ScreenService } from './screen/screen.service.js';

@Module({
  imports: [EventsModule, RoundsModule],
  controllers: [InsightsController, ScreenController],
  providers: [
    InsightsRepository,
    InsightsService,
    ScreenListener,
    ScreenRepository,
    ScreenService,
    { provide: ScreenLookup, useExisting: ScreenService },
  ],
})
export class InsightsModule {}
