import { type DynamicModule, Module } from '@nestjs/common';
import { CommonModule, type CommonOptions } from './common/common.module.js';
import { DatabaseModule } from './database/database.module.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { EventsModule } from './features/events/events.module.js';
import { InsightsModule } from './features/insights/insights.module.js';
import { HealthModule } from './health/health.module.js';
import { PagesModule } from './pages/pages.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';

export interface AppModuleOptions extends CommonOptions {
  databaseUrl: string;
  /** More modules, for tests that need routes of their own. */
  imports?: NonNullable<DynamicModule['imports']>;
}

/** Table of contents. */
@Module({ imports: [RealtimeModule, PagesModule, HealthModule, AccountsModule, EventsModule, InsightsModule] })
// biome-ignore lint/complexity/noStaticOnlyClass: a dynamic module is a class to Nest
export class AppModule {
  static with({ databaseUrl, imports = [], ...common }: AppModuleOptions): DynamicModule {
    return { module: AppModule, imports: [CommonModule.with(common), DatabaseModule.for(databaseUrl), ...imports] };
  }
}
