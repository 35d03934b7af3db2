import {
  Body,
  Controller,
  type DynamicModule,
  Get,
  Inject,
  Module,
  type OnModuleDestroy,
  Param,
  Post,
} from '@nestjs/common';
import { eventParam, JoinInput, slugParam } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../src/common/actor.js';
import { DomainError } from '../../src/common/domain-error.js';
import { Public } from '../../src/common/public.js';
import { POOL_SIZE } from '../../src/database/data-source.js';
import { AttendeeAccess } from '../../src/features/registrations/attendee-access.service.js';
import { RegistrationsModule } from '../../src/features/registrations/registrations.module.js';
import { joinByOrm } from './join.js';
import { connectOrm, registrations } from './tables.js';

const ORM = Symbol('data source of the baselines');

/** The same two requests as ours, through the same guards, with nothing but TypeORM behind them. */
@Controller('baseline')
class OrmController implements OnModuleDestroy {
  constructor(
    @Inject(ORM) private readonly orm: DataSource,
    private readonly attendees: AttendeeAccess,
  ) {}

  @Get('events/:eventId/board')
  async people(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<unknown> {
    if (!(await this.attendees.isAttendee(actor, eventId))) throw new DomainError('not_found');
    const people = await this.orm.getRepository(registrations).find({
      select: {
        id: true,
        name: true,
        headline: true,
        languages: true,
        presence: true,
        placeId: true,
        searchKeys: true,
        goal: { registrationId: true, kind: true, seeks: true, offers: true, sentence: true },
      },
      where: { eventId, onBoard: true },
      relations: { goal: true },
      order: { sortKey: 'ASC', id: 'ASC' },
    });
    return { eventId, at: new Date(), people };
  }

  @Public()
  @Post('events/:slug/registrations')
  join(
    @Param({ schema: slugParam }) { slug }: z.output<typeof slugParam>,
    @Body({ schema: JoinInput }) input: z.output<typeof JoinInput>,
  ): Promise<unknown> {
    return joinByOrm(this.orm, slug, input);
  }

  onModuleDestroy(): Promise<void> {
    return this.orm.destroy();
  }
}

@Module({})
export class OrmModule {
  static with(databaseUrl: string): DynamicModule {
    return {
      module: OrmModule,
      imports: [RegistrationsModule],
      controllers: [OrmController],
      providers: [{ provide: ORM, useFactory: () => connectOrm(databaseUrl, POOL_SIZE) }],
    };
  }
}
