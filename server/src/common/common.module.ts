import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Announcements } from './announcements.js';
import { AwaitedAnswers } from './awaited-answers.js';
import { BackgroundTasks } from './background/background-tasks.js';
import { Clock } from './clock.js';
import { DomainErrorFilter } from './domain-error.filter.js';
import { DomainEvents } from './domain-events.js';
import { Logger } from './logger.js';
import { PersonalDataParts } from './personal-data/personal-data.js';
import { Randomness } from './randomness.js';
import { RateLimitGuard } from './rate-limits/rate-limit.guard.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { schemaPipe } from './schema-pipe.js';
import { SessionGuard } from './session.guard.js';

export interface CommonOptions {
  config: Config;
  logger: Logger;
  clock: Clock;
  randomness: Randomness;
}

/** What every feature may inject without importing anything. */
@Global()
@Module({})
export class CommonModule {
  static with({ config, logger, clock, randomness }: CommonOptions): DynamicModule {
    return {
      module: CommonModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Logger, useValue: logger },
        { provide: Clock, useValue: clock },
        { provide: Randomness, useValue: randomness },
        Announcements,
        AwaitedAnswers,
        BackgroundTasks,
        DomainEvents,
        PersonalDataParts,
        RateLimits,
        { provide: APP_FILTER, useClass: DomainErrorFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_PIPE, useFactory: schemaPipe },
      ],
      exports: [
        Announcements,
        AwaitedAnswers,
        BackgroundTasks,
        Config,
        Logger,
        Clock,
        Randomness,
        DomainEvents,
        PersonalDataParts,
        RateLimits,
      ],
    };
  }
}
