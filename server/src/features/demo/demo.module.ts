import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoListener } from './demo.listener.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { DemoSeed } from './demo-seed.service.js';
import { DemoSimulation } from './demo-simulation.service.js';
import { SimulatedPeopleRepository } from './simulated-people.repository.js';
import { SimulationLock } from './simulation-lock.js';

@Module({
  controllers: [DemoController],
  providers: [
    DemoListener,
    DemoPeopleRepository,
    DemoRepository,
    DemoSeed,
    DemoService,
    DemoSimulation,
    SimulatedPeopleRepository,
    SimulationLock,
  ],
})
export class DemoModule {}
