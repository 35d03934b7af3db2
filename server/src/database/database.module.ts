import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';

@Module({})
export class DatabaseModule {
  /** `url` names a database whose migrations have run; `patience` is that of `dataSourceOptions`. */
  static for(url: string, patience?: number): DynamicModule {
    // Waiting for a database that is not up yet is the start's task; here a failure is final.
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(url, patience), retryAttempts: 0 })],
    };
  }
}
