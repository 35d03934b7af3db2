import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AbsentInput,
  eventParam,
  HoldInput,
  NextRoundInput,
  type RoundsDesk,
  RoundsInput,
  roundParam,
  roundsBreakParam,
  SwapInput,
} from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { RoundTables } from './round-tables.service.js';
import { RoundsService } from './rounds.service.js';

type EventParam = z.output<typeof eventParam>;
type RoundParam = z.output<typeof roundParam>;

/** For those who run the event. */
@Controller('events/:eventId')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly tables: RoundTables,
  ) {}

  @Get('rounds')
  desk(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<RoundsDesk> {
    return this.rounds.desk(actor, eventId);
  }

  @Post('breaks/:itemId/rounds')
  @HttpCode(200)
  start(
    @CurrentActor() actor: Actor,
    @Param({ schema: roundsBreakParam }) { eventId, itemId }: z.output<typeof roundsBreakParam>,
    @Body({ schema: RoundsInput }) input: z.output<typeof RoundsInput>,
  ): Promise<RoundsDesk> {
    return this.rounds.start(actor, eventId, itemId, input);
  }

  @Post('rounds/next')
  @HttpCode(200)
  next(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: EventParam,
    @Body({ schema: NextRoundInput }) input: z.output<typeof NextRoundInput>,
  ): Promise<RoundsDesk> {
    return this.rounds.next(actor, eventId, input);
  }

  @Post('rounds/stop')
  @HttpCode(200)
  stop(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: EventParam): Promise<RoundsDesk> {
    return this.rounds.stop(actor, eventId);
  }

  @Post('rounds/:roundId/swap')
  @HttpCode(200)
  swap(
    @CurrentActor() actor: Actor,
    @Param({ schema: roundParam }) { eventId, roundId }: RoundParam,
    @Body({ schema: SwapInput }) input: z.output<typeof SwapInput>,
  ): Promise<RoundsDesk> {
    return this.tables.swap(actor, eventId, roundId, input);
  }

  @Post('rounds/:roundId/hold')
  @HttpCode(200)
  hold(
    @CurrentActor() actor: Actor,
    @Param({ schema: roundParam }) { eventId, roundId }: RoundParam,
    @Body({ schema: HoldInput }) input: z.output<typeof HoldInput>,
  ): Promise<RoundsDesk> {
    return this.tables.hold(actor, eventId, roundId, input);
  }

  @Post('rounds/:roundId/absent')
  @HttpCode(200)
  absent(
    @CurrentActor() actor: Actor,
    @Param({ schema: roundParam }) { eventId, roundId }: RoundParam,
    @Body({ schema: AbsentInput }) input: z.output<typeof AbsentInput>,
  ): Promise<RoundsDesk> {
    return this.tables.absent(actor, eventId, roundId, input);
  }
}
