import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CircleController } from './circle.controller.js';
import { CircleListener } from './circle.listener.js';
import { CircleRepository } from './circle.repository.js';
import { CircleService } from './circle.service.js';
import { CircleOpeningsRepository } from './openings/circle-openings.repository.js';
import { CircleOpeningsService } from './openings/circle-openings.service.js';
import { EventGraphs } from './paths/event-graphs.service.js';
import { IntroductionPathsRepository } from './paths/introduction-paths.repository.js';
import { IntroductionPaths } from './paths/introduction-paths.service.js';
import { CirclePersonalData } from './personal-data.repository.js';
import { BlocksController } from './safety/blocks.controller.js';
import { BlocksRepository } from './safety/blocks.repository.js';
import { BlocksService } from './safety/blocks.service.js';
import { ReportsController } from './safety/reports.controller.js';
import { ReportsRepository } from './safety/reports.repository.js';
import { ReportsService } from './safety/reports.service.js';
import { CircleSettingsRepository } from './settings/circle-settings.repository.js';
import { CircleSettingsService } from './settings/circle-settings.service.js';

@Module({
  imports: [EventsModule, RegistrationsModule],
  controllers: [CircleController, BlocksController, ReportsController],
  providers: [
    CirclePersonalData,
    BlocksRepository,
    BlocksService,
    CircleListener,
    CircleOpeningsRepository,
    CircleOpeningsService,
    CircleRepository,
    CircleService,
    CircleSettingsRepository,
    CircleSettingsService,
    EventGraphs,
    IntroductionPaths,
    IntroductionPathsRepository,
    ReportsRepository,
    ReportsService,
  ],
  exports: [CircleService, IntroductionPaths],
})
export class CircleModule {}
