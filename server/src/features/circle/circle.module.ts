import { Module } from '@nestjs/common';
import { CircleController } from './circle.controller.js';
import { CircleListener } from './circle.listener.js';
import { CircleRepository } from './circle.repository.js';
import { CircleService } from './circle.service.js';

@Module({
  controllers: [CircleController],
  providers: [CircleRepository, CircleService, CircleListener],
  exports: [CircleService],
})
export class CircleModule {}
