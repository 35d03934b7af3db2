import { type DynamicModule, Module } from '@nestjs/common';
import { CommonModule, type CommonOptions } from './common/common.module.js';
import { DatabaseModule } from './database/database.module.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { AsksModule } from './features/asks/asks.module.js';
import { BoardModule } from './features/board/board.module.js';
import { CircleModule } from './features/circle/circle.module.js';
import { DemoModule } from './features/demo/demo.module.js';
import { EncountersModule } from './features/encounters/encounters.module.js';
import { EventsModule } from './features/events/events.module.js';
import { FollowUpsModule } from './features/follow-ups/follow-ups.module.js';
import { GoalsModule } from './features/goals/goals.module.js';
import { GroupChatModule } from './features/group-chat/group-chat.module.js';
import { InboxModule } from './features/inbox/inbox.module.js';
import { InsightsModule } from './features/insights/insights.module.js';
import { IntroductionsModule } from './features/introductions/introductions.module.js';
import { MatchmakingModule } from './features/matchmaking/matchmaking.module.js';
import { MyDataModule } from './features/my-data/my-data.module.js';
import { RegistrationsModule } from './features/registrations/registrations.module.js';
import { RoundsModule } from './features/rounds/rounds.module.js';
import { HealthModule } from './health/health.module.js';
import { PagesModule } from './pages/pages.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';

type Modules = NonNullable<DynamicModule['imports']>;
export interface AppModuleOptions extends CommonOptions {
  databaseUrl: string;
  /** How long a request waits for a connection, in milliseconds. */
  databasePatience?: number;
  /** Other modules instead of the features below, for tests of the platform itself. */
  features?: Modules;
  /** More modules, for tests that need routes of their own. */
  imports?: Modules;
}

/** Table of contents: what Teabreak does, noun by noun. */
const FEATURES: Modules = [
  AccountsModule,
  EventsModule,
  RegistrationsModule,
  CircleModule,
  EncountersModule,
  FollowUpsModule,
  BoardModule,
  GoalsModule,
  MatchmakingModule,
  IntroductionsModule,
  RoundsModule,
  AsksModule,
  GroupChatModule,
  InboxModule,
  MyDataModule,
  InsightsModule,
  DemoModule,
];

@Module({ imports: [RealtimeModule, PagesModule, HealthModule] })
export class AppModule {
  static with({
    databaseUrl,
    databasePatience,
    features = FEATURES,
    imports = [],
    ...common
  }: AppModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [CommonModule.with(common), DatabaseModule.for(databaseUrl, databasePatience), ...features, ...imports],
    };
  }
}
