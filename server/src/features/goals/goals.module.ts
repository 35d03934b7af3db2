import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { GoalsController } from './goals.controller.js';
import { GoalsRepository } from './goals.repository.js';
import { GoalsService } from './goals.service.js';

@Module({ imports: [RegistrationsModule], controllers: [GoalsController], providers: [GoalsService, GoalsRepository] })
export class GoalsModule {}
