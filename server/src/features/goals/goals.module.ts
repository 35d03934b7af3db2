import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { GoalsController } from './goals.controller.js';
import { GoalsRepository } from './goals.repository.js';
import { GoalsService } from './goals.service.js';
import { GoalsPersonalData } from './personal-data.repository.js';

@Module({
  imports: [RegistrationsModule],
  controllers: [GoalsController],
  providers: [GoalsPersonalData, GoalsService, GoalsRepository],
})
export class GoalsModule {}
